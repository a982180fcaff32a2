package dev.twinsync.os.supervisor;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.Shortened;
import java.io.Serializable;
import java.time.Duration;
import java.util.Map;

/** Why the Supervisor did not do what it was asked for. Words of the Supervisor are raw in the fields, and safe to show in the sentence. */
public sealed interface Fault extends Serializable {

    /** For the user, with the remedy where there is one; never a token. */
    String sentence();

    /** Whether it may have been done, or may be done yet: the question went out, and no whole answer came back. */
    default boolean isOpen() {
        return switch (this) {
            case Dropped _, TimedOut _, Garbled _ -> true;
            case Unauthorised _,
                    Forbidden _,
                    NotFound _,
                    Refused _,
                    Busy _,
                    NotReady _,
                    Migrating _,
                    CoreDown _,
                    Unreachable _,
                    NotOffered _ -> false;
        };
    }

    /** There was no token, or, of Home Assistant's own interface, one that may not use it. */
    record Unauthorised(boolean core) implements Fault {
        @Override
        public String sentence() {
            return core
                    ? "the Supervisor lets this token not speak to Home Assistant; where it is the token of an app, the app needs"
                            + " homeassistant_api: true"
                    : "the Supervisor got no token; put one into " + SupervisorAccess.TOKEN_FILE;
        }
    }

    /** The token is unknown, or its role is too small. */
    record Forbidden(String message) implements Fault {
        @Override
        public String sentence() {
            return "the Supervisor does not know the token, or its role is too small (" + shown(message)
                    + "); twin needs one with the role manager, in " + SupervisorAccess.TOKEN_FILE;
        }
    }

    /** There is no such thing, or no such call. @param errorKey empty where the Supervisor gave none */
    record NotFound(String message, String errorKey) implements Fault {
        @Override
        public String sentence() {
            return "the Supervisor knows no such thing: " + shown(message);
        }
    }

    /**
     * It did not want to, or it failed.
     *
     * @param status 0 where the way to the Supervisor does not tell it
     * @param message as it came, with all its lines: of a check of the configuration it is the whole log
     * @param errorKey empty where the Supervisor gave none
     * @param extraFields what belongs to the key, each on one line
     * @param jobId empty where it was no job
     */
    record Refused(int status, String message, String errorKey, Map<String, String> extraFields, String jobId)
            implements Fault {
        @Override
        public String sentence() {
            return "the Supervisor says: " + shown(message);
        }
    }

    /** Another job was in the way for longer than twin waits, or there were too many questions. Nothing was done. */
    record Busy(String message) implements Fault {
        @Override
        public String sentence() {
            return "the Supervisor is busy with something else (" + shown(message) + "); try again when that is done";
        }
    }

    /** @param state setup, freeze, … as it calls it */
    record NotReady(String state) implements Fault {
        @Override
        public String sentence() {
            return "the Supervisor is not ready, its state is " + shown(state) + "; try again in a minute";
        }
    }

    /** The database of Home Assistant is being rebuilt: a restart would damage it. */
    record Migrating(String message) implements Fault {
        @Override
        public String sentence() {
            return "Home Assistant must not be disturbed now (" + shown(message) + "); try again later";
        }
    }

    record CoreDown(String message) implements Fault {
        @Override
        public String sentence() {
            return "the Supervisor cannot reach Home Assistant (" + shown(message) + "); see its log: twin logs";
        }
    }

    /** Nobody was asked anything. */
    record Unreachable(String address, String reason) implements Fault {
        @Override
        public String sentence() {
            return "the Supervisor does not answer at " + address + ": " + shown(reason);
        }
    }

    /** The connection ended in the middle. */
    record Dropped(String address, String reason) implements Fault {
        @Override
        public String sentence() {
            return "the connection to the Supervisor at " + address + " broke: " + shown(reason);
        }
    }

    record TimedOut(Duration patience) implements Fault {
        @Override
        public String sentence() {
            return "the Supervisor did not answer within " + patience.toSeconds() + " s";
        }
    }

    /** What came is no answer of a Supervisor. */
    record Garbled(String why) implements Fault {
        @Override
        public String sentence() {
            return "the Supervisor answered in a form that twin does not know: " + shown(why);
        }
    }

    /** The command {@code ha} has no word for it. Nothing was done. */
    record NotOffered(String what) implements Fault {
        @Override
        public String sentence() {
            return "the command ha cannot do this (" + what + "); give twin a token of the Supervisor in "
                    + SupervisorAccess.TOKEN_FILE;
        }
    }

    private static String shown(String message) {
        return Shortened.to(500, Printable.of(message.strip().replaceAll("\\s+", " ")));
    }
}
