package org.wenda.run;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wenda.channel.Arrival;
import org.wenda.channel.Channel;
import org.wenda.channel.Heard;
import org.wenda.portal.Profile;
import org.wenda.transcript.Entry;
import org.wenda.transcript.Outcome;
import org.wenda.words.MachineException;
import org.wenda.words.Message;

/** Asks a page some questions and keeps nothing: no scenario, no directory. The manners are the same. */
public final class Inquiry {
    private static final Channel.Moments NO_PICTURES = new Channel.Moments() {
        @Override
        public void beforeSending() {}

        @Override
        public void afterReply() {}
    };

    private final CuttableChannel channel;
    private final Pacer pacer;
    private final Stop stop;

    /**
     * Makes ready to ask.
     *
     * @param channel stays the caller's to close
     * @param stop ends the waits of the pacer as well
     */
    public Inquiry(Channel channel, Pacer pacer, Stop stop) {
        this.channel = new CuttableChannel(channel);
        this.pacer = pacer;
        this.stop = stop;
    }

    /** Ends the asking at once; for use by another thread. */
    public void cut() {
        stop.request();
        channel.cut();
    }

    /**
     * What came of one question.
     *
     * @param reason what decided the outcome; null if the outcome says all
     * @param candidates what came into question as a chatbot and why it fell; empty if one was found
     * @param heard null if the question was not asked
     * @param entry how the chatbot was reached; null if it was not
     * @param profile how to find it again; null as above
     */
    public record Answer(
            URI address,
            String question,
            Outcome outcome,
            @Nullable Message reason,
            List<String> candidates,
            @Nullable Heard heard,
            @Nullable Entry entry,
            @Nullable Profile profile) {
        public Answer {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * Asks the questions in one conversation, until one of them ends the visit.
     *
     * @param hearer is told each answer as soon as its reply has ended
     * @return how many questions were not asked
     * @throws InterruptedException if the asking was cut
     * @throws MachineException if the browser cannot be started or fails
     * @throws Postponed if the host must not be asked soon
     */
    public int ask(URI address, List<String> questions, Consumer<Answer> hearer)
            throws InterruptedException, Postponed {
        try (Pacer.Visit visit = pacer.visit(address)) {
            Arrival arrival;
            try {
                arrival = channel.open(address, null);
            } catch (RuntimeException e) {
                hearer.accept(broken(address, questions.get(0), e));
                return questions.size() - 1;
            }
            if (arrival instanceof Arrival.Shut shut) {
                visit.rest(shut.retryAfterSeconds());
                hearer.accept(refused(address, questions.get(0), shut));
                return questions.size() - 1;
            }
            return askAll(address, questions, (Arrival.Open) arrival, visit, hearer);
        }
    }

    private int askAll(
            URI address, List<String> questions, Arrival.Open open, Pacer.Visit visit, Consumer<Answer> hearer)
            throws InterruptedException, Postponed {
        for (int i = 0; i < questions.size(); i++) {
            visit.beforeTurn();
            Answer answer = ask(address, questions.get(i), open);
            visit.afterTurn();
            hearer.accept(answer);
            if (answer.outcome().endsVisit()) {
                return questions.size() - 1 - i;
            }
        }
        return 0;
    }

    private Answer ask(URI address, String question, Arrival.Open open) throws InterruptedException {
        try {
            return heard(address, question, open, channel.ask(question, NO_PICTURES), channel.way());
        } catch (RuntimeException e) {
            return broken(address, question, e);
        }
    }

    /** A browser that is missing or lost is for the caller to tell; any other fault is ours and an outcome. */
    private Answer broken(URI address, String question, RuntimeException fault) throws InterruptedException {
        if (stop.comesWithin(Interview.BROWSER_WAS_FIRST)) {
            throw new InterruptedException("the asking is to end");
        }
        if (fault instanceof MachineException machine) {
            throw machine;
        }
        Message trace = Message.of(Inquiry.class, "broken", Interview.trace(fault));
        return new Answer(address, question, Outcome.BROKEN, trace, List.of(), null, null, null);
    }

    private static Answer refused(URI address, String question, Arrival.Shut shut) {
        return new Answer(address, question, shut.outcome(), shut.reason(), shut.candidates(), null, null, null);
    }

    private static Answer heard(URI address, String question, Arrival.Open open, Heard heard, Profile way) {
        boolean nobody = heard.outcome() == Outcome.NO_CHATBOT;
        return new Answer(
                address,
                question,
                heard.outcome(),
                heard.reason(),
                List.of(),
                nobody ? null : heard,
                nobody ? null : open.opening().entry(),
                nobody ? null : way);
    }
}
