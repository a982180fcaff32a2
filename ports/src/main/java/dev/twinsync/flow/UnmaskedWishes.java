package dev.twinsync.flow;

import dev.twinsync.domain.cron.DesiredCronEntry;
import dev.twinsync.domain.shape.Reading;
import java.io.IOException;

/** An entry whose secret twin does not know is no wish that it could fulfil. */
public final class UnmaskedWishes implements KeptContents<DesiredCronEntry> {

    @Override
    public Reading<DesiredCronEntry> complete(DesiredCronEntry wish) {
        return new Reading.Value<>(wish);
    }

    @Override
    public void keep(DesiredCronEntry wish) throws IOException {
        if (wish.isMasked()) {
            throw new IOException(
                    "there is a secret in it, which twin does not keep: put the secret into a file that only"
                            + " its owner may read, let the command read it from there, then add the entry to state/cron.yaml");
        }
    }
}
