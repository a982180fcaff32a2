package dev.twinsync.flow.secrecy;

import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Observation.Gap;
import dev.twinsync.domain.secrets.Leak;
import dev.twinsync.flow.content.Opener;
import dev.twinsync.port.Scope;
import dev.twinsync.port.SecretGate;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Of a file that nobody declared, and in which there is a secret, not even the digest is recorded; it is a gap with the secret's
 * fingerprint, so that its drift can be seen. Declared files are their owner's business: the gate before each commit looks at
 * what they are to hold.
 */
record Discretion(SecretGate gate) {

    /** What a file holds. */
    @FunctionalInterface
    interface Opener<L> {
        InputStream open(L file) throws IOException;
    }

    /** @param hasContent whether a thing is a file that holds something */
    <L extends Keyed> Observation<L> without(
            Observation<L> observed, Scope scope, Predicate<L> hasContent, Opener<L> opener) {
        return switch (observed) {
            case Observation.Seen<L> seen -> without(seen, declared(scope), hasContent, opener);
            case Observation.Unavailable<L> unavailable -> unavailable;
        };
    }

    private static Set<String> declared(Scope scope) {
        return switch (scope) {
            case Scope.Everything(var declared) -> declared;
            case Scope.Some some -> some.keys();
        };
    }

    private <L extends Keyed> Observation<L> without(
            Observation.Seen<L> seen, Set<String> declared, Predicate<L> hasContent, Opener<L> opener) {
        var found = seen.live().parallelStream()
                .filter(file -> hasContent.test(file) && !declared.contains(file.key()))
                .flatMap(file -> gap(file, opener))
                .toList();
        var hidden = found.stream().map(Gap::keys).collect(Collectors.toSet());
        var shown = seen.live().stream()
                .filter(file -> !hidden.contains(file.key()))
                .toList();
        var all = new ArrayList<>(seen.gaps());
        all.addAll(found);
        return new Observation.Seen<>(shown, all);
    }

    private <L extends Keyed> Stream<Gap> gap(L file, Opener<L> opener) {
        try (var content = opener.open(file)) {
            return secret(file.key(), content).map(reason -> new Gap(file.key(), reason)).stream();
        } catch (IOException refused) {
            return Stream.of(new Gap(file.key(), refused.getMessage()));
        }
    }

    private Optional<String> secret(String name, InputStream content) throws IOException {
        return gate.leaks(name, content).stream().findFirst().map(Discretion::inWords);
    }

    private static String inWords(Leak leak) {
        return "line " + leak.line() + " looks like a secret (" + leak.rule() + ", fingerprint " + leak.fingerprint()
                + "), so twin keeps nothing of the file; if it is none, or may be seen: twin config allow-secret "
                + leak.fingerprint();
    }

    /** What it holds, where no secret is in it. */
    <P> InputStream open(P path, Opener<P> opener) throws IOException {
        try (var content = opener.open(path)) {
            var secret = secret(path.toString(), content);
            if (secret.isPresent()) {
                throw new IOException(path + ": " + secret.get());
            }
        }
        return opener.open(path);
    }
}
