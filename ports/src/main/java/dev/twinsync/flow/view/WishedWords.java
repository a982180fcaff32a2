package dev.twinsync.flow.view;

import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.secrets.Mask;
import dev.twinsync.domain.secrets.Redaction;
import java.util.Optional;

/** What a wish would say in {@code state/}: a name may be a secret too, and nobody could commit the document then. */
public record WishedWords(Redaction redaction) {

    /** Why the wish cannot stand there, in a sentence without the secret. */
    public <D extends Keyed> Optional<String> refusal(Kind<D, ?, ?> kind, D wish) {
        var written = kind.desired().write(wish);
        var masked = redaction.tree(written);
        return Optional.of(masked)
                .filter(tree -> !tree.equals(written))
                .flatMap(tree -> Mask.fingerprintIn(tree.inline()))
                .map(fingerprint -> redaction.text(wish.key())
                        + ": its entry would hold what looks like a secret; if that is none, or may be seen: twin config allow-secret "
                        + fingerprint);
    }
}
