package dev.twinsync.os.remotes;

import dev.twinsync.port.RemoteAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What git gets to know of the world: what its credential helpers, the agents of ssh and proxies need, and nothing that names a
 * program, a folder or a setting of git.
 *
 * @param environment of this process
 * @param atTerminal whether somebody is there to be asked
 */
public record GitWorld(Map<String, String> environment, Path home, boolean atTerminal) {

    private static final List<String> PASSED_ON = List.of(
            "USER",
            "LOGNAME",
            "XDG_CONFIG_HOME",
            "XDG_RUNTIME_DIR",
            "XDG_DATA_HOME",
            "DBUS_SESSION_BUS_ADDRESS",
            "SSH_AUTH_SOCK",
            "GNUPGHOME",
            "KRB5CCNAME",
            "GH_TOKEN",
            "GITHUB_TOKEN",
            "GH_CONFIG_DIR",
            "http_proxy",
            "https_proxy",
            "HTTPS_PROXY",
            "all_proxy",
            "ALL_PROXY",
            "no_proxy",
            "NO_PROXY",
            "SSL_CERT_FILE",
            "SSL_CERT_DIR");

    /** For a program that keeps its own settings at home. */
    Map<String, String> ofUser() {
        var world = new HashMap<String, String>();
        for (String name : PASSED_ON) {
            Optional.ofNullable(environment.get(name)).ifPresent(value -> world.put(name, value));
        }
        world.put("HOME", home.toString());
        return world;
    }

    /**
     * For git in a folder that only twin has written to.
     *
     * @param folder what git takes for its repository
     * @param objects the store of the real one
     */
    Map<String, String> ofGit(Path folder, Path objects) {
        var world = ofUser();
        world.put("GIT_DIR", folder.toString());
        world.put("GIT_OBJECT_DIRECTORY", objects.toString());
        world.put("GIT_TERMINAL_PROMPT", atTerminal ? "1" : "0");
        world.put("GIT_ALLOW_PROTOCOL", "file:http:https:ssh");
        return world;
    }

    /** A token goes to the host of this address alone, in a setting that is in no argument and on no disk. */
    static Map<String, String> withToken(Map<String, String> world, RemoteAddress remote, String token) {
        var text = remote.text();
        var host = text.substring(0, text.indexOf('/', text.indexOf("://") + 3) + 1);
        var basic = Base64.getEncoder().encodeToString(("x-access-token:" + token).getBytes(StandardCharsets.UTF_8));
        var more = new HashMap<>(world);
        more.put("GIT_CONFIG_COUNT", "2");
        more.put("GIT_CONFIG_KEY_0", "http." + host + ".extraHeader");
        more.put("GIT_CONFIG_VALUE_0", "Authorization: Basic " + basic);
        more.put("GIT_CONFIG_KEY_1", "http.followRedirects");
        more.put("GIT_CONFIG_VALUE_1", "false");
        return more;
    }
}
