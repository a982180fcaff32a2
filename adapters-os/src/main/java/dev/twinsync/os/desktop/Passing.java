package dev.twinsync.os.desktop;

import dev.twinsync.domain.desktop.SettingName;
import java.util.regex.Pattern;

/**
 * Settings in which programs note where they are, not what their user wants: where a window stood, when something was last
 * done. They change without anybody choosing, and are looked at only where they are declared.
 */
final class Passing {

    private static final Pattern NOTES = Pattern.compile("(.*-)?(geometry|timestamp|history|maximized)"
            + "|(.*-)?window-(size|state|position|width|height|x|y)"
            + "|(initial|saved|current)-(size|state|position|width|height).*"
            + "|(.*-)?last-.*|recent-.*");

    private Passing() {}

    static boolean isNote(SettingName name) {
        return NOTES.matcher(name.text()).matches();
    }
}
