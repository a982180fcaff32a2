package dev.twinsync.os.homeassistant;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process that runs Home Assistant.
 *
 * @param cgroup where systemd or an engine put it: {@code /system.slice/home-assistant@homeassistant.service}
 * @param workingFolder what a relative folder is relative to; empty: this user may not know
 */
record HassProcess(int pid, int uid, HassCommand command, String cgroup, Optional<Path> workingFolder) {

    private static final Pattern ENGINE = Pattern.compile("(docker|libpod|crio|containerd)[/-]");
    private static final Pattern UNIT = Pattern.compile("/([^/]+\\.service)(?=/|$)");
    private static final String OF_USERS = "/user.slice/";

    boolean isInContainer() {
        return ENGINE.matcher(cgroup).find();
    }

    /** The unit of the machine that it runs in: the outermost one, as a user may make groups below a unit. */
    Optional<String> unit() {
        return cgroup.startsWith(OF_USERS) || isInContainer()
                ? Optional.empty()
                : UNIT.matcher(cgroup).results().findFirst().map(found -> found.group(1));
    }

    /** The unit of its user's own systemd that it runs in. */
    Optional<String> unitOfUser() {
        var units = UNIT.matcher(cgroup);
        return cgroup.startsWith(OF_USERS) && units.find() && units.group(1).equals("user@" + uid + ".service")
                ? Optional.of(units).filter(Matcher::find).map(found -> found.group(1))
                : Optional.empty();
    }
}
