package dev.twinsync.cli;

import org.jboss.logmanager.LogManager;

/**
 * What twin would be if picocli were all there is: the same commands, all of which are read from their annotations at every start.
 * {@code lab/benchmark/start} measures twin beside it.
 */
public final class PlainMain {

    private PlainMain() {}

    public static void main(String... arguments) {
        System.setProperty("java.util.logging.manager", LogManager.class.getName()); // else it would complain
        System.exit(TwinMain.whole().execute(arguments));
    }
}
