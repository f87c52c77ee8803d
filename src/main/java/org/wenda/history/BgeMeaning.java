package org.wenda.history;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;
import dev.langchain4j.store.embedding.CosineSimilarity;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Meaning by bge-small-zh v1.5, which runs in this process and lies in a jar: no service, no download. */
public final class BgeMeaning implements Meaning {
    private static final int REMEMBERED = 4_000;
    /** The model hears 512 tokens; more is cut there, at the cost of time. */
    private static final int HEARD = 500;

    private final Map<String, Embedding> known = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Embedding> eldest) {
            return size() > REMEMBERED;
        }
    };

    private @Nullable BgeSmallZhV15QuantizedEmbeddingModel model;

    @Override
    public synchronized double apart(String one, String other) {
        if (one.equals(other)) {
            return 0;
        }
        if (one.isBlank() || other.isBlank()) {
            return 1;
        }
        double near = CosineSimilarity.between(embedding(one), embedding(other));
        return Math.min(1, Math.max(0, 1 - near));
    }

    private Embedding embedding(String text) {
        Embedding ready = known.get(text);
        if (ready == null) {
            ready = model().embed(text.substring(0, Math.min(text.length(), HEARD)))
                    .content();
            known.put(text, ready);
        }
        return ready;
    }

    /** Loading takes half a second and 200 MB, and most nights nobody asks. */
    private BgeSmallZhV15QuantizedEmbeddingModel model() {
        BgeSmallZhV15QuantizedEmbeddingModel ready = model;
        if (ready == null) {
            // The tokenizer's library calls home from some clouds unless it is told not to.
            System.setProperty("OPT_OUT_TRACKING", "true");
            ready = new BgeSmallZhV15QuantizedEmbeddingModel();
            model = ready;
        }
        return ready;
    }
}
