package dev.twinsync.os.homeassistant;

import dev.twinsync.os.ScriptedCommands;
import dev.twinsync.os.Self;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A machine of files below a folder: processes, accounts, units and configurations, as tests need them. */
final class MachineBench {

    static final String ID = "0123456789abcdef".repeat(4);
    static final String OTHER_ID = "fedcba9876543210".repeat(4);

    final Path root;
    final ScriptedCommands commands = new ScriptedCommands();
    final Map<String, String> environment = new HashMap<>();
    private final int uid = Self.ofThisProcess().uid();

    MachineBench(Path root) throws IOException {
        this.root = root.toRealPath();
        write(
                "/etc/passwd",
                "root:x:0:0::/root:/bin/sh\nhass:x:" + uid + ":" + uid + "::/srv/hass:/bin/sh\n"
                        + "mallory:x:4711:4711::/home/mallory:/bin/sh\n");
    }

    /** Who owns what this bench makes. */
    int uid() {
        return uid;
    }

    /** Of that user. */
    String home() {
        return uid == 0 ? "/root" : "/srv/hass";
    }

    Path place(String absolute) {
        return root.resolve(absolute.substring(1));
    }

    Path write(String absolute, String text) throws IOException {
        Files.createDirectories(place(absolute).getParent());
        return Files.writeString(place(absolute), text);
    }

    /** A configuration folder. */
    Path configuration(String folder) throws IOException {
        return write(folder + "/configuration.yaml", "default_config:\n").getParent();
    }

    MachineBench process(int pid, int owner, int parent, String cgroup, String... argv) throws IOException {
        write("/proc/" + pid + "/cmdline", String.join("\0", argv) + "\0");
        write("/proc/" + pid + "/status", "Name:\tx\nPPid:\t" + parent + "\nUid:\t" + owner + "\t" + owner + "\n");
        write("/proc/" + pid + "/cgroup", "0::" + cgroup + "\n");
        return this;
    }

    MachineBench unit(String name, int mainPid, String user, String argv) {
        commands.answer(
                "systemctl --no-pager show --property=Id,LoadState,User,MainPID,ExecStart -- " + name,
                "Id=" + name + "\nLoadState=loaded\nUser=" + user + "\nMainPID=" + mainPid
                        + "\nExecStart={ path=x ; argv[]=" + argv + " ; ignore_errors=no ; status=0/0 }\n");
        return this;
    }

    MachineBench docker(String... lines) throws IOException {
        write("/run/docker.sock", "");
        commands.answer("docker ps", ID + "\n" + OTHER_ID + "\n");
        commands.answer("docker inspect", String.join("\n", lines) + "\n");
        return this;
    }

    static String inspected(String id, String name, String image, String source) {
        return "{\"id\":\"" + id + "\",\"name\":\"/" + name + "\",\"image\":\"" + image
                + "\",\"mounts\":[{\"Type\":\"bind\","
                + "\"Source\":\"" + source + "\",\"Destination\":\"/config\"}],\"running\":true,"
                + "\"started\":\"2026-08-21T07:00:02.5Z\"}";
    }

    Installations seenBy(int who) {
        return new Installations(root, environment, new Self(who == 0 ? "root" : "user" + who, who), commands);
    }

    /** As whoever owns what this bench makes. */
    Installations seen() {
        return seenBy(uid);
    }

    List<Installation> found() {
        return seen().find().installations();
    }
}
