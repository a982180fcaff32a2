package dev.twinsync.os.files;

import dev.twinsync.domain.ShellWord;
import java.nio.file.Path;

/** The commands by which a person makes what all users are to share. */
public final class ForEverybody {

    /** Empty after every start of the machine: what is to be there each time, systemd makes from a list. */
    private static final Path GONE_AT_START = Path.of("/run");

    private static final String LIST = "twin.conf";

    private ForEverybody() {}

    /** A folder in which all may make files, and nobody exchange those of another. */
    public static String folder(Path path) {
        return path.startsWith(GONE_AT_START)
                ? atEachStart("d " + path + " 1777 root root")
                : "sudo mkdir -m 1777 " + ShellWord.of(path);
    }

    /** An empty file that all may write to. */
    public static String file(Path path) {
        return path.startsWith(GONE_AT_START)
                ? atEachStart("f " + path + " 0666 root root")
                : "sudo install -m 0666 /dev/null " + ShellWord.of(path);
    }

    private static String atEachStart(String entry) {
        return "echo " + ShellWord.of(entry) + " | sudo tee /etc/tmpfiles.d/" + LIST
                + " && sudo systemd-tmpfiles --create " + LIST;
    }
}
