package org.wenda.run;

import org.jspecify.annotations.Nullable;
import org.wenda.channel.Arrival;
import org.wenda.channel.Channel;
import org.wenda.channel.Spots;
import org.wenda.evidence.RunRecord;
import org.wenda.portal.Profile;
import org.wenda.transcript.Entry;
import org.wenda.transcript.Move;
import org.wenda.words.MachineException;
import org.wenda.words.Message;

/**
 * Rewrites the profile of a chatbot that has moved, once a reply proves that it was found. The old one is kept with the
 * run. Used for one visit.
 */
final class Healing {
    /** For a visit on which nothing has moved. */
    static final Healing NOT_NEEDED = new Healing(null);

    /** What has to be known to heal. */
    private record Case(
            Entry entry,
            Move move,
            Channel channel,
            Errand errand,
            Means means,
            Archive archive,
            RunListener listener) {
        String target() {
            return errand.target().id();
        }
    }

    private @Nullable Case open;

    private Healing(@Nullable Case open) {
        this.open = open;
    }

    static Healing of(
            Arrival.Open arrival, Channel channel, Errand errand, Means means, Archive archive, RunListener listener) {
        Entry entry = arrival.opening().entry();
        Move move = entry.move();
        return move == null
                ? NOT_NEEDED
                : new Healing(new Case(entry, move, channel, errand, means, archive, listener));
    }

    /** A reply was heard. */
    void proven() {
        Case now = open;
        if (now != null) {
            open = null;
            heal(now);
        }
    }

    /** The visit is over. */
    void ended() {
        Case now = open;
        if (now != null) {
            open = null;
            tell(now, now.move().now(), false, words("profile.unproven"));
        }
    }

    /** A profile that cannot be written is written another night; the answers are not lost for it. */
    private static void heal(Case now) {
        Profile way = now.channel().way().of(now.target());
        Message done;
        try {
            now.means()
                    .profiles()
                    .text(now.target())
                    .ifPresent(old -> now.archive().keepProfile(now.target(), old));
            done = words("profile.healed", now.means().profiles().save(way));
        } catch (MachineException e) {
            tell(now, Spots.of(way), false, words("profile.unwritten", e.said()));
            return;
        }
        tell(now, Spots.of(way), true, done);
    }

    private static void tell(Case now, Move.Spot spot, boolean healed, Message profile) {
        RunRecord.Moved moved = new RunRecord.Moved(
                now.target(), now.move().was(), spot, now.entry().how(), healed);
        now.archive().add(moved);
        now.listener().moved(now.errand(), moved, profile);
    }

    private static Message words(String key, Object... args) {
        return Message.of(Healing.class, key, args);
    }
}
