package org.wenda.gallery;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** As much of RFC 6455 as a browser on loopback needs: text frames, no extensions, no fragments. */
final class WebSocketServer implements AutoCloseable {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int LONGEST_FRAME = 1 << 20;

    private final ServerSocket server;
    private final Executor threads;
    private final Visitors visitors;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** Decides what is done with what a page says. */
    @FunctionalInterface
    interface Visitors {
        /** Returns who listens to the page that connected to a path. */
        Consumer<String> arrived(String path, Line line);
    }

    WebSocketServer(Executor threads, Visitors visitors) throws IOException {
        this.threads = threads;
        this.visitors = visitors;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    URI uri(String path) {
        return URI.create("ws://127.0.0.1:" + server.getLocalPort() + path);
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            Line line = new Line(new DataOutputStream(socket.getOutputStream()));
            String path = greet(in, socket.getOutputStream());
            Consumer<String> listener = visitors.arrived(path, line);
            while (listen(in, line, listener)) {}
        } catch (IOException gone) {
            // The page was left; there is nobody to tell.
        } finally {
            open.remove(socket);
        }
    }

    private static String greet(InputStream in, OutputStream out) throws IOException {
        String path = readLine(in).split(" ", 3)[1];
        String key = "";
        for (String header = readLine(in); !header.isEmpty(); header = readLine(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:")) {
                key = header.substring(header.indexOf(':') + 1).trim();
            }
        }
        out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return path;
    }

    private static String accept(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new AssertionError(everyJavaHasIt);
        }
    }

    private static String readLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            line.write(b);
        }
        return line.toString(StandardCharsets.US_ASCII).stripTrailing();
    }

    /** Reads one frame; false at the end of the conversation. */
    private static boolean listen(DataInputStream in, Line line, Consumer<String> listener) throws IOException {
        int opcode = in.readUnsignedByte() & 0x0f;
        long length = in.readUnsignedByte() & 0x7f;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        if (length > LONGEST_FRAME) {
            throw new IOException("a frame of " + length + " bytes");
        }
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes((int) length);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        switch (opcode) {
            case 1 -> listener.accept(new String(payload, StandardCharsets.UTF_8));
            case 8 -> line.frame(8, payload);
            case 9 -> line.frame(10, payload);
            default -> {}
        }
        return opcode != 8;
    }

    /** The way back to one page. */
    static final class Line {
        private final DataOutputStream out;

        private Line(DataOutputStream out) {
            this.out = out;
        }

        /** Sends a text; silently nothing once the page was left. */
        void send(String text) {
            try {
                frame(1, text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException gone) {
                // As above.
            }
        }

        private synchronized void frame(int opcode, byte[] payload) throws IOException {
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            DataOutputStream bytes = new DataOutputStream(frame);
            bytes.write(0x80 | opcode);
            if (payload.length < 126) {
                bytes.write(payload.length);
            } else if (payload.length < 1 << 16) {
                bytes.write(126);
                bytes.writeShort(payload.length);
            } else {
                bytes.write(127);
                bytes.writeLong(payload.length);
            }
            bytes.write(payload);
            out.write(frame.toByteArray());
            out.flush();
        }
    }
}
