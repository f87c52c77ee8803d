package org.wenda.score;

import java.util.ArrayList;
import java.util.List;

/** D31: whether the chatbot, asked how to complain, names where. */
final class ChannelNamed implements ScenarioRule {
    @Override
    public String id() {
        return "channel-named";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Needs needs() {
        return Needs.ofPatterns("channel", "number", "vague");
    }

    @Override
    public Judged judge(Index.Item item, Said opening, Dossier dossier) {
        Hit channel = opening.find(item.pattern("channel"));
        Hit number = opening.find(item.pattern("number"));
        Hit vague = opening.find(item.pattern("vague"));
        List<Led> links = opening.links().stream().filter(Led::isFollowable).toList();
        boolean alive = dossier.traced()
                && links.stream().anyMatch(link -> link.verdict().isAlive());
        boolean mayBeAlive = alive || links.stream().anyMatch(link -> !dossier.traced() || link.isUnknown());
        int low = mark(channel.fits(), number.fits(), vague.fits(), alive);
        List<Ground> grounds = new ArrayList<>(List.of(opening.ended()));
        grounds.addAll(Hit.grounds(channel, number, vague));
        links.stream().limit(1).map(opening::led).forEach(grounds::add);
        boolean costly = !channel.known() || !number.known() || !vague.known();
        return Judged.between(
                low,
                mark(channel.mayFit(), number.mayFit(), vague.mayFit(), mayBeAlive),
                costly ? Abstention.TOO_COSTLY : dossier.traced() ? Abstention.LINK_UNKNOWN : Abstention.NOT_TRACED,
                grounds,
                says("mark" + low));
    }

    private static int mark(boolean channel, boolean number, boolean vague, boolean link) {
        if (channel && link) {
            return 3;
        }
        if (number) {
            return 2;
        }
        return channel || vague ? 1 : 0;
    }
}
