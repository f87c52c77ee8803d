package org.wenda.report;

import org.wenda.evidence.RunRecord;
import org.wenda.link.Verdict;
import org.wenda.transcript.Outcome;
import org.wenda.words.Lang;
import org.wenda.words.Message;

/** What targets, scenarios and outcomes are called in one language. Unknown ids are called by themselves. */
record Naming(RunRecord record, Lang lang) {
    String target(String id) {
        return record.plan().targets().stream()
                .filter(target -> target.id().equals(id))
                .findFirst()
                .map(target -> lang == Lang.ZH ? target.name() : target.nameEn())
                .orElse(id);
    }

    String platform(String id) {
        String platform = record.plan().targets().stream()
                .filter(target -> target.id().equals(id))
                .findFirst()
                .map(RunRecord.PlannedTarget::platform)
                .orElse("web");
        return word("platform." + (platform.equals("mobile") ? "mobile" : "web"));
    }

    String address(String id) {
        return record.plan().targets().stream()
                .filter(target -> target.id().equals(id) && target.address() != null)
                .findFirst()
                .map(target -> String.valueOf(target.address()))
                .orElse("");
    }

    String scenario(String id) {
        return record.plan().scenarios().stream()
                .filter(scenario -> scenario.id().equals(id))
                .findFirst()
                .map(scenario -> lang == Lang.ZH ? scenario.matter() : scenario.matterEn())
                .orElse(id);
    }

    String kind(String id) {
        return record.plan().scenarios().stream()
                .filter(scenario -> scenario.id().equals(id))
                .findFirst()
                .map(RunRecord.PlannedScenario::kind)
                .orElse("");
    }

    String outcome(Outcome outcome) {
        return word("outcome." + outcome.wire());
    }

    String verdict(Verdict verdict) {
        return word("verdict." + verdict.wire());
    }

    String word(String key, Object... args) {
        return Message.of(Naming.class, key, args).in(lang);
    }

    /** Returns in which colour a verdict is shown; the same as for outcomes. */
    static String tone(Verdict verdict) {
        return switch (verdict) {
            case GUIDE, SERVICE, MATTER -> "ok";
            case LOGIN_WALL, HOME_PAGE, OTHER_PAGE -> "warn";
            case SOFT_404, DEAD -> "bad";
            default -> "none";
        };
    }

    /** Returns in which colour an outcome is shown: {@code ok}, {@code warn}, {@code bad} or {@code none}. */
    static String tone(Outcome outcome) {
        return switch (outcome) {
            case ANSWERED -> "ok";
            case OPTIONS, HANDOVER -> "fine";
            case FALLBACK, CUT_OFF -> "warn";
            case SILENT, WIDGET_MOVED, BROKEN -> "bad";
            default -> "none";
        };
    }
}
