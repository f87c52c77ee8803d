package org.wenda.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.wenda.words.InputException;
import org.wenda.words.MachineException;
import org.wenda.words.Message;
import org.wenda.words.Problem;

/** Reads {@code drivers.properties}. A key that is not there, or the whole file, means its default. */
public final class SettingsFile {
    private SettingsFile() {}

    /** Returns what holds where nothing is said. */
    public static Settings defaults() {
        return new SettingsReader(SettingsText.nothing(), SettingsText.nothing()).settings();
    }

    /**
     * Returns what the file says.
     *
     * @param file need not exist
     * @param overrides {@code key=value} each, stronger than the file; from {@code --set}
     * @throws InputException with every problem of the file and the overrides
     */
    public static Settings read(Path file, List<String> overrides) {
        SettingsReader reader = new SettingsReader(textOf(file), SettingsText.ofCommandLine(overrides));
        if (!reader.problems().isEmpty()) {
            throw new InputException(reader.problems());
        }
        return reader.settings();
    }

    /** Returns every problem of the file; empty if it can be used or is not there. */
    public static List<Problem> problems(Path file) {
        return new SettingsReader(textOf(file), SettingsText.nothing()).problems();
    }

    private static SettingsText textOf(Path file) {
        try {
            return SettingsText.ofFile(file.toString(), Files.readString(file));
        } catch (NoSuchFileException none) {
            return SettingsText.nothing();
        } catch (CharacterCodingException notText) {
            Message message = Message.of(SettingsFile.class, "settings.notText");
            return new SettingsText(List.of(), List.of(new Problem(file.toString(), message)));
        } catch (IOException unreadable) {
            throw new MachineException(Message.of(SettingsFile.class, "settings.unreadable", file), unreadable);
        }
    }
}
