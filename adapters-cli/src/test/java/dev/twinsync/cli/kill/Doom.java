package dev.twinsync.cli.kill;

import java.io.IOException;

/** Counts the moments at which a process may be killed, and kills it with SIGKILL at one of them. */
final class Doom {

    /** A process that is not to die. */
    static final int NEVER = 0;

    private final int moment;
    private int passed;

    /** @param moment the first, the second, … from 1 */
    Doom(int moment) {
        this.moment = moment;
    }

    int passed() {
        return passed;
    }

    void pass() {
        if (++passed == moment) {
            kill();
        }
    }

    private static void kill() {
        try {
            new ProcessBuilder("sh", "-c", "kill -9 " + ProcessHandle.current().pid())
                    .inheritIO()
                    .start();
            Thread.sleep(60_000);
        } catch (IOException | InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
        throw new IllegalStateException("it survived");
    }
}
