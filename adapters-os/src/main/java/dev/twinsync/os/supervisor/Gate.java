package dev.twinsync.os.supervisor;

import dev.twinsync.domain.supervisor.AddonSlug;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the Supervisor refuses a call at its gate, before it has begun with anything. The same words about something else are said in the
 * middle of the work, and then nobody knows how far that went.
 *
 * @param method what its refusal by a condition is about: {@code 'HomeAssistantCore.update' blocked from execution, …}
 * @param group of jobs of which it does one at a time, as a pattern
 * @param keys of errors that come before anything else
 */
record Gate(String method, String group, Set<String> keys) {

    /** An image that cannot be fetched leaves the old one at work. */
    static final Gate UPDATE_CORE = new Gate(
            "update",
            Jobs.CORE,
            Set.of("homeassistant_update_already_installed_error", "homeassistant_update_image_error"));

    static final Gate RESTORE = new Gate("do_restore_partial", Jobs.BACKUPS, Set.of());

    static Gate updateOf(AddonSlug slug) {
        return new Gate("update", group(slug), Set.of("app_no_update_available_error"));
    }

    static Gate uninstallOf(AddonSlug slug) {
        return new Gate("uninstall", group(slug), Set.of());
    }

    private static String group(AddonSlug slug) {
        return "(app|addon)_" + Pattern.quote(slug.text());
    }

    /** Whether nothing was begun, for certain. */
    boolean keptOut(Fault fault) {
        return switch (fault) {
            case Fault.Refused(var _, var message, var key, var _, var _) ->
                keys.contains(key) || message.matches("(?s)'\\w+\\." + method + "' blocked from execution, .*");
            case Fault.Busy(var message) -> message.matches("Another job is running for job group " + group);
            case Fault.Migrating(var message) -> message.contains("database migration in progress");
            case Fault.Unauthorised _,
                    Fault.Forbidden _,
                    Fault.NotFound _,
                    Fault.NotReady _,
                    Fault.CoreDown _,
                    Fault.Unreachable _,
                    Fault.Dropped _,
                    Fault.TimedOut _,
                    Fault.Garbled _,
                    Fault.NotOffered _ -> false;
        };
    }
}
