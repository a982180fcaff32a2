package dev.twinsync.os.homeassistant;

import dev.twinsync.os.CommandRunner.Result;

/** What the script that checks a configuration says: its status alone is no evidence, for others end with 1 too. */
final class CheckScript {

    static final String NAME = "check_config";

    /** Its first words; where they are missing it was not this script that ended. */
    private static final String BEGINNING = "Testing configuration at";

    /** A part of Home Assistant that complains of YAML without that being counted as an error of a domain. */
    private static final String READER = "homeassistant.util.yaml";

    private CheckScript() {}

    static Soundness verdict(String program, Result result) {
        if (!(result instanceof Result.Ended ended)) {
            return new Soundness.Unknown("the configuration could not be checked: " + result.inWords(program));
        }
        var said = ended.text() + "\n" + ended.message();
        if (!isOfTheScript(said)) {
            return new Soundness.Unknown("the configuration could not be checked: "
                    + Soundness.broken(ended.inWords(program)).log());
        }
        return verdict(ended.exit() == 0, said);
    }

    static boolean isOfTheScript(String said) {
        return said.contains(BEGINNING);
    }

    static Soundness verdict(boolean endedWell, String said) {
        return endedWell && !said.contains(READER) ? new Soundness.Sound() : Soundness.broken(said);
    }
}
