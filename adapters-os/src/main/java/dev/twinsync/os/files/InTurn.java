package dev.twinsync.os.files;

import dev.twinsync.domain.files.FileAction;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Changes the files of one transaction, one after the other, up to the first that fails. */
final class InTurn {

    private final Hand hand;
    private final List<FileAction> transaction;
    private final List<String> unfinished = new ArrayList<>();

    InTurn(Hand hand, List<FileAction> transaction) {
        this.hand = hand;
        this.transaction = transaction;
    }

    Attempt perform(Progress progress) {
        int done = 0;
        for (FileAction action : transaction) {
            try {
                perform(action);
            } catch (Refusal refusal) {
                return refused(done, refusal.getMessage());
            } catch (IOException failed) {
                return refused(done, Sentences.of(failed));
            }
            progress.at(100 * ++done / transaction.size(), action.key());
        }
        return unfinished.isEmpty() ? new Attempt.Ran() : new Attempt.Unfinished(String.join("; ", unfinished));
    }

    /** What was not forgotten of one keeps no other from being changed. */
    private void perform(FileAction action) throws IOException, Refusal {
        try {
            hand.perform(action);
        } catch (Unforgotten left) {
            unfinished.add(left.getMessage());
        }
    }

    private Attempt refused(int done, String reason) {
        var words = words(done, reason);
        return unfinished.isEmpty()
                ? new Attempt.Refused(words)
                : new Attempt.Unfinished(words + "; and " + String.join("; ", unfinished));
    }

    /** All that were not done are told of it, so it says whose it is, and how many were not tried for it. @param done how many were */
    private String words(int done, String reason) {
        if (transaction.size() == 1) {
            return reason;
        }
        int untried = transaction.size() - done - 1;
        var words = untried == 0 ? "" : "; what comes after it was not tried: " + untried + " more";
        return transaction.get(done).key() + ": " + reason + words;
    }
}
