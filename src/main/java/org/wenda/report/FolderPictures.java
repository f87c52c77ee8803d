package org.wenda.report;

import org.jspecify.annotations.Nullable;
import org.wenda.evidence.RunDirectory;
import org.wenda.transcript.Evidence;

/** The kept pictures themselves, for a page in the folder where they lie: each is loaded when it comes into sight. */
record FolderPictures(RunDirectory directory) implements ConversationPage.Pictures {
    @Override
    public @Nullable String of(String target, Evidence evidence) {
        return directory
                .file(target, evidence)
                .map(file -> evidence.file().substring(evidence.file().lastIndexOf('/') + 1))
                .orElse(null);
    }
}
