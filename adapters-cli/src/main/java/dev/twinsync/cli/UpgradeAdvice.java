package dev.twinsync.cli;

import dev.twinsync.domain.ShellWord;
import dev.twinsync.os.installation.Installed;
import java.nio.file.Path;
import java.util.List;

/**
 * What a person has to do to get a newer twin.
 *
 * @param installedAs one word, for programs
 * @param sentence the same for people
 * @param steps what to do, one after the other; a command stands behind a colon
 */
record UpgradeAdvice(String installedAs, String sentence, List<String> steps) {

    private static final String TIMER =
            "Where twin schedule show tells of a timer, let it start the new one: twin schedule install";

    static UpgradeAdvice on(Installed installed) {
        return switch (installed) {
            case Installed.Deb _ ->
                new UpgradeAdvice(
                        "deb",
                        "installed by a Debian package.",
                        List.of(
                                "Get the new package from where this one came from, or build it: packaging/build",
                                "Install it over this one: sudo apt install ./twin_VERSION_ARCH.deb"));
            case Installed.Archive(var place) ->
                new UpgradeAdvice("archive", "unpacked in " + place + ".", ofArchive(place));
            case Installed.Checkout(var place) ->
                new UpgradeAdvice(
                        "checkout",
                        "run from the checkout in " + place + ".",
                        List.of(
                                "Get the new commits: git -C " + ShellWord.of(place) + " pull --ff-only",
                                "Build them, which the next start does: " + ShellWord.of(place.resolve("twin"))
                                        + " --version"));
            case Installed.Unknown _ ->
                new UpgradeAdvice(
                        "unknown", "installed in no way that it knows; install it as its README.md says.", List.of());
        };
    }

    private static List<String> ofArchive(Path place) {
        return List.of(
                "Unpack the new archive beside this one: tar -xzf twin-VERSION-linux-ARCH.tar.gz -C "
                        + ShellWord.of(place.getParent()),
                "Let the twin on your PATH be the new one: ln -sfn "
                        + ShellWord.of(place.resolveSibling("twin-VERSION/bin/twin")) + " PLACE-ON-YOUR-PATH/twin",
                TIMER,
                "Delete the old one: rm -r " + ShellWord.of(place));
    }
}
