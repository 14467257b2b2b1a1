package io.github.oldbuffer.suite.known;

import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Deviations on file, in the order of the file. */
public record KnownDeviations(List<KnownDeviation> entries) {

    public static final KnownDeviations NONE = new KnownDeviations(List.of());

    /** How the reason begins of what a port does as CPython itself does. */
    public static final String SHARED = "CPython's own function does the same";

    /** A port runs in a CPython, and does what that does. */
    private static final String PORTS = "port";

    private static final String HOST_OF_PORTS = "cpython";

    public KnownDeviations {
        entries = List.copyOf(entries);
    }

    /**
     * What the kit itself has on file about an implementation: the resource {@code cpython.json} of this package for
     * {@code cpython}, and so on; about ports what it has about {@code cpython}.
     */
    public static KnownDeviations builtIn(Identity identity) {
        return onFile(identity, "");
    }

    /**
     * What the kit has on file about an implementation where no clause binds, such as a death of a call with NULL: the
     * resource {@code reference/cpython.json}. Runs of the suite never come by, sweeps do.
     */
    public static KnownDeviations beyondTheContract(Identity identity) {
        return onFile(identity, "reference/");
    }

    private static KnownDeviations onFile(Identity identity, String folder) {
        String family = KnownDeviation.family(identity);
        if (family.equals(PORTS)) {
            return onFile(HOST_OF_PORTS, folder).as(PORTS);
        }
        return family.matches("[a-z0-9-]{1,40}") ? onFile(family, folder) : NONE;
    }

    private static KnownDeviations onFile(String family, String folder) {
        try (InputStream resource = KnownDeviations.class.getResourceAsStream(folder + family + ".json")) {
            return resource == null
                    ? NONE
                    : KnownDeviationsJson.read(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException | KnownDeviationsException e) {
            throw new IllegalStateException(
                    "the kit's own " + folder + family + ".json cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a file of known deviations.
     *
     * @throws KnownDeviationsException with one sentence that begins with the file's name
     */
    public static KnownDeviations load(Path file) throws KnownDeviationsException {
        try {
            return KnownDeviationsJson.read(Files.readString(file));
        } catch (KnownDeviationsException e) {
            throw new KnownDeviationsException(file + ": " + e.getMessage());
        } catch (NoSuchFileException e) {
            throw new KnownDeviationsException(file + ": there is no such file");
        } catch (IOException e) {
            throw new KnownDeviationsException(file + ": it cannot be read as text in UTF-8: " + e.getMessage());
        }
    }

    /** The same entries about implementations that do what these do, such as ports in a CPython. */
    public KnownDeviations as(String others) {
        return new KnownDeviations(entries.stream()
                .map(entry -> entry.as(others, SHARED + ". " + entry.reason()))
                .toList());
    }

    /** The entries that are filed for this implementation and version, and for the levels that clauses have. */
    public KnownDeviations of(Identity identity) {
        return filtered(entry -> entry.appliesTo(identity));
    }

    /** The entries that are filed for other versions of this implementation alone. */
    public KnownDeviations ofOtherVersions(Identity identity) {
        return filtered(entry -> entry.isFiledFor(identity) && !entry.versions().contains(identity.version()));
    }

    /**
     * The same where clauses may have other levels than in this kit.
     *
     * @param levelOf the word of a clause's level, by the clause's id
     */
    public KnownDeviations of(Identity identity, UnaryOperator<String> levelOf) {
        return filtered(
                entry -> entry.appliesTo(identity, entry.clause().map(levelOf).orElse("")));
    }

    /** The first entry that tells of a finding. */
    public Optional<KnownDeviation> find(Finding finding) {
        return entries.stream().filter(entry -> entry.covers(finding)).findFirst();
    }

    /** The entries that count on a day; a run that is to repeat must be given the same day. */
    public KnownDeviations on(LocalDate day) {
        return filtered(entry -> entry.countsOn(day));
    }

    /** These entries and others behind them. */
    public KnownDeviations and(KnownDeviations others) {
        return new KnownDeviations(
                Stream.concat(entries.stream(), others.entries.stream()).toList());
    }

    private KnownDeviations filtered(Predicate<KnownDeviation> kept) {
        return new KnownDeviations(entries.stream().filter(kept).toList());
    }
}
