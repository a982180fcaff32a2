package dev.twinsync.domain.timers;

/**
 * A file of twin about a timer.
 *
 * @param form how it stands to the timer
 */
public record Written(Form form, Setting setting) {

    public Written {
        if (form == Form.UNIT && !setting.isWhole()) {
            throw new IllegalArgumentException("a timer needs to be told when it starts which unit");
        }
    }

    public enum Form {
        /** It is the timer: there is no other. */
        UNIT,
        /** It changes one that a package or the owner brought. */
        DROP_IN
    }
}
