package org.wenda.cli;

import java.util.ArrayList;
import java.util.List;
import org.wenda.config.BrowserSettings;
import org.wenda.words.MachineException;
import org.wenda.words.Message;

/** Starts Chromium without a driver and lets it read a page of one word. */
final class PlainStart implements BrowserStart {
    private static final List<String> CANDIDATES =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");

    private final Programs programs;

    PlainStart(Programs programs) {
        this.programs = programs;
    }

    @Override
    public String start(BrowserSettings settings) {
        List<String> candidates = settings.binary() == null
                ? CANDIDATES
                : List.of(settings.binary().toString());
        Programs.Answer browser = programs.firstOf(candidates)
                .orElseThrow(() -> new MachineException(Message.of(PlainStart.class, "doctor.notFound"), null));
        List<String> command = new ArrayList<>(List.of(
                browser.program(),
                "--headless=new",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--no-sandbox");
        }
        command.addAll(List.of("--dump-dom", "data:text/html,started"));
        return programs.ask(command)
                .filter(page -> page.contains("started"))
                .map(page -> browser.said())
                .orElseThrow(() -> new MachineException(Message.of(PlainStart.class, "doctor.start.failed"), null));
    }
}
