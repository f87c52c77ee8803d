package org.wenda.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wenda.words.InputException;
import org.wenda.words.MachineException;
import org.wenda.words.Message;
import org.wenda.yaml.YamlFolder;
import org.wenda.yaml.YamlWriter;

/** The saved profiles of a home directory, {@code scenarios/profiles/TARGET.yaml}. */
public final class Profiles {
    private static final Pattern TARGET = Pattern.compile("[a-z0-9]+([.-]+[a-z0-9]+)*-(web|mobile)");

    private final YamlFolder folder;

    private Profiles(YamlFolder folder) {
        this.folder = folder;
    }

    /** Returns the profiles of a home directory, of which there may be none. */
    public static Profiles in(Path home) {
        return new Profiles(ProfileFile.folder(home));
    }

    /** Returns the ids of the targets that have a profile. */
    public List<String> targets() {
        return folder.ids();
    }

    /**
     * Returns the profile of a target; empty if none was saved.
     *
     * @param target id of the target
     * @throws InputException if there is one, and it has problems
     */
    public Optional<Profile> find(String target) {
        Path file = file(target);
        return Files.exists(file)
                ? Optional.of(ProfileFile.profile(ProfileFile.read(file).orThrow()))
                : Optional.empty();
    }

    /** Returns the profile of a target as it stands in its file, right or wrong; empty if none was saved. */
    public Optional<String> text(String target) {
        Path file = file(target);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new MachineException(Message.of(Profiles.class, "profile.unreadable", file, e.toString()), e);
        }
    }

    /**
     * Saves a profile over the one that was there before.
     *
     * @return the file it stands in
     * @throws MachineException if it cannot be written
     */
    public Path save(Profile profile) {
        Path file = file(profile.target());
        YamlWriter.write(file, "../schema/profile.schema.json", ProfileFile.content(profile));
        return file;
    }

    private Path file(String target) {
        if (!TARGET.matcher(target).matches()) {
            throw new IllegalArgumentException("no id of a target: " + target);
        }
        return folder.file(target);
    }
}
