package dev.twinsync.flow.review;

import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.flow.content.Content;
import dev.twinsync.flow.content.Opener;
import java.util.Optional;

/**
 * What a thing holds before and after a change; it is read only when somebody asks for it.
 *
 * @param before empty: it holds nothing there
 * @param after likewise
 * @param redaction what must not be seen of either
 */
public record Sides(Optional<Opener> before, Optional<Opener> after, Redaction redaction) {

    /** Whether it is a thing that holds anything at all. */
    public boolean hasContent() {
        return before.isPresent() || after.isPresent();
    }

    public Content readBefore() {
        return Content.of(before, redaction);
    }

    public Content readAfter() {
        return Content.of(after, redaction);
    }
}
