package dev.twinsync.os.files;

import dev.twinsync.domain.files.FileAction;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Progress;
import java.io.IOException;
import java.util.List;

/** Changes the files of one transaction, one after the other, up to the first that fails. */
record InTurn(Hand hand, List<FileAction> transaction) {

    Attempt perform(Progress progress) {
        int done = 0;
        for (FileAction action : transaction) {
            try {
                perform(action, progress);
            } catch (Refusal refusal) {
                return refused(done, refusal.getMessage());
            } catch (IOException failed) {
                return refused(done, Sentences.of(failed));
            }
            progress.at(100 * ++done / transaction.size(), action.key());
        }
        return new Attempt.Ran();
    }

    /** The file is in its place, so that services may notice it: what was not forgotten besides goes to the record of the run. */
    private void perform(FileAction action, Progress progress) throws IOException, Refusal {
        try {
            hand.perform(action);
        } catch (Unforgotten left) {
            progress.said(left.getMessage());
        }
    }

    /** All that were not done are told of it, so it says whose it is, and how many were not tried for it. @param done how many were */
    private Attempt refused(int done, String reason) {
        if (transaction.size() == 1) {
            return new Attempt.Refused(reason);
        }
        int untried = transaction.size() - done - 1;
        var words = untried == 0 ? "" : "; what comes after it was not tried: " + untried + " more";
        return new Attempt.Refused(transaction.get(done).key() + ": " + reason + words);
    }
}
