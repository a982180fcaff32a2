package dev.twinsync.domain.plan;

import dev.twinsync.domain.ShellWord;

/** What is said of a plugin of which a plan, or what became of one, tells and which there is not any more. */
final class GonePlugin {

    private GonePlugin() {}

    /** With what brings it back: what it did can be read and taken back by nobody else. */
    static String message(String plugin) {
        var folder = ShellWord.of("plugins/" + plugin);
        return "no such plugin: \"" + plugin + "\"; if its folder was taken away, bring it back: git log -- " + folder
                + " names the commits, git checkout COMMIT -- " + folder + " takes it from one";
    }
}
