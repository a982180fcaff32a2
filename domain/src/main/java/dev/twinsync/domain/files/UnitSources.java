package dev.twinsync.domain.files;

import java.util.List;
import java.util.regex.Pattern;

/** Where systemd, and what makes units for it, finds the files that units come from. */
public final class UnitSources {

    /** Of units and of what generators make units of, as Podman's containers, and of scripts as they were before systemd. */
    private static final List<String> FOLDERS = List.of("/systemd/", "/etc/init.d/");

    /** Unit files and drop-ins of the machine's own systemd, and what its generators make units of. */
    private static final Pattern READ_AHEAD =
            Pattern.compile("(/etc|/usr/local/lib|/usr/lib|/lib)/systemd/system(\\.(control|attached))?/.+"
                    + "|(/etc|/usr/share)/containers/systemd/.+|/etc/init\\.d/.+|/etc/(fstab|crypttab)");

    private UnitSources() {}

    /** Whether the machine's own systemd has read what stands there, and goes on with that until it is told to read it again. */
    public static boolean isReadAhead(TargetPath path) {
        return READ_AHEAD.matcher(path.text()).matches();
    }

    /**
     * Whether a unit may come from that file. A unit is called as its file up to the first dot or {@code @}, and goes on as it likes:
     * {@code web@a.service} comes from {@code web@.service}, {@code data-volume.service} from {@code data.volume}.
     *
     * @param unit with the user's name before it where it is one of theirs: {@code alice/web.service}
     */
    static boolean mayBring(TargetPath path, String unit) {
        var place = path.text();
        return FOLDERS.stream().anyMatch(place::contains) && lastOf(unit).startsWith(stem(lastOf(place)));
    }

    private static String lastOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String stem(String name) {
        return name.split("[.@]", 2)[0];
    }
}
