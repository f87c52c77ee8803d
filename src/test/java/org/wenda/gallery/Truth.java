package org.wenda.gallery;

import java.util.List;
import org.wenda.transcript.Link;

/**
 * What a page of the gallery itself saw of one turn. It knows the answer's words and looks for them among its messages
 * at every change, so it does not guess.
 *
 * @param page path of the page
 * @param question as the kit handed it over
 * @param sentEpochMs the trusted input event that sent the question, on the page's wall clock
 * @param firstMs from that event until the first words of the answer stood in the page
 * @param completeMs from that event until all words of all bubbles stood there
 * @param bubbles what a reader sees in each bubble; a placeholder that was replaced is none, and so is an empty bubble
 * @param options what is offered to choose from
 * @param links all links with their absolute addresses, those of the sources among them
 * @param sources the list of sources under the answer, which is in none of the bubbles
 * @param pictures the absolute addresses of the answer's pictures, as far as the kit draws them
 * @param thinking the reasoning shown before the answer, which is in none of the bubbles; empty if none was
 * @param controls the kinds of buttons that stood beside the answer to act on it, also of those that have gone
 * @param whole false if the next question was asked before the answer was whole, or if the page never showed all of it;
 *     the times are then -1 where nothing was seen, as they are where nothing was said
 * @param seen without white space, what stood there when the page gave up waiting for the whole of the answer; else
 *     empty
 */
public record Truth(
        String page,
        String question,
        double sentEpochMs,
        double firstMs,
        double completeMs,
        List<String> bubbles,
        List<String> options,
        List<Link> links,
        List<Link> sources,
        List<String> pictures,
        String thinking,
        List<String> controls,
        boolean whole,
        String seen) {
    public Truth {
        bubbles = List.copyOf(bubbles);
        options = List.copyOf(options);
        links = List.copyOf(links);
        sources = List.copyOf(sources);
        pictures = List.copyOf(pictures);
        controls = List.copyOf(controls);
    }
}
