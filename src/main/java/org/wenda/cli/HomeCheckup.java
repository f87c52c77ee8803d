package org.wenda.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.wenda.cli.Finding.State;
import org.wenda.config.Home;
import org.wenda.words.Message;

/** The home folder: room, permission, and whether its files are in order. */
final class HomeCheckup implements Checkup {
    /** A night over all targets leaves about this much. */
    private static final long NEEDED_MEBIBYTES = 1024;

    private final Home home;
    private final List<Linter> linters;

    HomeCheckup(Home home, List<Linter> linters) {
        this.home = home;
        this.linters = linters;
    }

    @Override
    public List<Finding> findings() {
        return List.of(room(), reports(), settingsFile(), files());
    }

    private Finding room() {
        Message subject = words("doctor.room");
        try {
            long free = Files.getFileStore(home.folder().toAbsolutePath()).getUsableSpace() >> 20;
            Message found = words("doctor.room.found", free);
            return free >= NEEDED_MEBIBYTES
                    ? Finding.good(subject, found)
                    : new Finding(State.MISSING, subject, found, words("doctor.room.remedy", NEEDED_MEBIBYTES));
        } catch (IOException unknown) {
            return new Finding(State.NOTE, subject, words("doctor.plain", unknown), null);
        }
    }

    private Finding reports() {
        Path reports = home.reports().toAbsolutePath();
        Path decisive = Files.exists(reports) ? reports : home.folder().toAbsolutePath();
        Message subject = words("doctor.reports");
        Message found = words("doctor.plain", reports);
        return Files.isDirectory(decisive) && Files.isWritable(decisive)
                ? Finding.good(subject, found)
                : new Finding(State.MISSING, subject, found, words("doctor.reports.remedy"));
    }

    private Finding settingsFile() {
        Message subject = words("doctor.settings");
        return Files.exists(home.settingsFile())
                ? Finding.good(
                        subject, words("doctor.plain", home.settingsFile().toAbsolutePath()))
                : new Finding(State.NOTE, subject, words("doctor.settings.none"), null);
    }

    private Finding files() {
        int files = 0;
        int problems = 0;
        for (Linter linter : linters) {
            files += linter.files().apply(home.folder()).size();
            problems += linter.checkHome().apply(home.folder()).size();
        }
        Message subject = words("doctor.files");
        Message found = words("doctor.files.found", files, problems);
        return problems == 0
                ? Finding.good(subject, found)
                : new Finding(State.FAULTY, subject, found, words("doctor.files.remedy"));
    }

    private static Message words(String key, Object... args) {
        return Message.of(HomeCheckup.class, key, args);
    }
}
