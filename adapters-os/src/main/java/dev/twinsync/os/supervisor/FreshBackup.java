package dev.twinsync.os.supervisor;

import java.io.IOException;

/** A backup that was made for what comes next, and for nothing else. @param slug what the Supervisor calls it */
record FreshBackup(SupervisorApi api, String slug) {

    /** What it was made for. */
    interface Risk {
        void take() throws NoAnswer, NotDone;
    }

    /** A look at what it holds. */
    interface Target {
        boolean isAsBefore() throws IOException;
    }

    /**
     * Takes the risk. Where the Supervisor does not even begin, the backup goes again: otherwise each attempt would leave one, until the
     * disk is full.
     */
    void behind(Gate gate, Risk risk, Target target) throws NoAnswer, NotDone {
        try {
            risk.take();
        } catch (NoAnswer no) {
            if (gate.keptOut(no.fault()) && isAsBefore(target, no)) {
                throw new NotDone(no.getMessage() + "; nothing was changed, and " + withdrawn());
            }
            throw no;
        }
    }

    /** What cannot be seen may have changed. */
    private static boolean isAsBefore(Target target, NoAnswer why) {
        try {
            return target.isAsBefore();
        } catch (IOException unseen) {
            why.addSuppressed(unseen);
            return false;
        }
    }

    /** Deletes it. @return what became of it, for the user */
    String withdrawn() {
        try {
            api.delete("backups/" + slug, Patience.CONTAINER);
            return "the backup " + slug + " that was made for it is deleted again";
        } catch (NoAnswer no) {
            return "the backup " + slug + " that was made for it could not be deleted (" + no.getMessage()
                    + "); delete it in Home Assistant";
        }
    }
}
