package org.wenda.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.wenda.words.MachineException;
import org.wenda.words.Message;

/**
 * The demonstration city 演示市: an embedded government portal with a chatbot, on loopback. Loads nothing from outside.
 *
 * <p>Variants by path: {@code /} floating chatbot; {@code /frame/} and {@code /crossframe/} the same inside a frame of
 * this and of another origin; {@code /newtab/} a link that opens it in a new tab; {@code /notice/} with a notice over
 * the page first; {@code /chat/} the chatbot alone; {@code /plain/} a portal without any chatbot.
 *
 * <p>Its threads are daemons: a city that nobody closed does not keep the program alive. Safe for use by many threads.
 */
public final class DemoCity implements AutoCloseable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final HttpServer server;
    private final ExecutorService threads;
    private final Pauses pauses;
    /** Read while the caller still starts a browser: reading takes longer than opening. */
    private final CompletableFuture<Hall> hall;

    private DemoCity(HttpServer server, DemoBehaviour behaviour) {
        this.server = server;
        this.pauses = new Pauses(behaviour.pace());
        this.threads = Executors.newCachedThreadPool(DemoCity::daemon);
        this.hall = CompletableFuture.supplyAsync(() -> furnish(behaviour, pauses), threads);
    }

    private static Hall furnish(DemoBehaviour behaviour, Pauses pauses) {
        City city = City.load(behaviour.contentVersion());
        return new Hall(new ChatDesk(city, behaviour, pauses), new Pages(city));
    }

    /**
     * Opens the city on a free port of 127.0.0.1.
     *
     * @throws MachineException if loopback has no free port
     */
    public static DemoCity start(DemoBehaviour behaviour) {
        return start(behaviour, 0);
    }

    /**
     * Opens the city on a port of 127.0.0.1, so that addresses lead to it that were handed out before.
     *
     * @param port 0 for any that is free
     * @throws MachineException if the port is taken
     */
    public static DemoCity start(DemoBehaviour behaviour, int port) {
        // Without it every small piece of a stream may wait 40 ms for an acknowledgement. Read once by the JDK's
        // server.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
            DemoCity city = new DemoCity(server, behaviour);
            city.open();
            return city;
        } catch (IOException e) {
            throw new MachineException(Message.of(DemoCity.class, "demo.noPort", String.valueOf(e.getMessage())), e);
        }
    }

    private void open() {
        server.createContext("/", this::visited);
        server.setExecutor(threads);
        // The server's own thread is a daemon only if the thread that starts it is one.
        CompletableFuture.runAsync(server::start, threads).join();
    }

    /** Returns the portal's address, such as {@code http://127.0.0.1:43127/}. The same port answers on localhost. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Returns the questions received so far, in order of arrival. */
    public List<Asked> asked() {
        return desk().asked();
    }

    /** Returns what was pressed so far that a polite visitor leaves alone. */
    public List<Pressed> pressed() {
        return desk().pressed();
    }

    /**
     * Returns what the chat page reported so far, one entry an answer that has ended; it comes shortly after the end.
     */
    public List<Truth> truths() {
        return desk().truths();
    }

    @Override
    public void close() {
        pauses.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private void visited(HttpExchange exchange) {
        try (exchange) {
            route(new Visit(exchange));
        } catch (IOException e) {
            // The visitor left, or the city closes: there is nobody to tell.
            exchange.close();
        }
    }

    private ChatDesk desk() {
        return hall.join().desk;
    }

    private void route(Visit visit) throws IOException {
        if (visit.posts()) {
            posted(visit);
            return;
        }
        if (!visit.reads()) {
            visit.send(405, Visit.HTML, new byte[0]);
            return;
        }
        switch (visit.path()) {
            case "/chat/api/result" -> desk().result(visit);
            case "/chat/api/events" -> desk().events(visit);
            default -> hall.join().pages.show(visit);
        }
    }

    private void posted(Visit visit) throws IOException {
        switch (visit.path()) {
            case "/chat/api/session" -> desk().openSession(visit);
            case "/chat/api/ask" -> desk().ask(visit);
            case "/chat/api/action" -> desk().action(visit);
            case "/chat/telemetry" -> desk().telemetry(visit);
            case "/login" -> submitted(visit, "login");
            case "/suggest/" -> submitted(visit, "complaint");
            default -> hall.join().pages.notFound(visit);
        }
    }

    private void submitted(Visit visit, String what) throws IOException {
        desk().pressed("", what);
        visit.redirect(visit.path());
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "demo-city");
        thread.setDaemon(true);
        return thread;
    }

    private record Hall(ChatDesk desk, Pages pages) {}
}
