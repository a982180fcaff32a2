package dev.twinsync.os.supervisor;

import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Facts;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An add-on of the fake: what the store says of it, and what is installed. */
final class FakeAddon {

    final String slug;
    final String name;
    final String repository;
    String versionLatest;

    /** Not for this machine. */
    final boolean foreign;

    /** Each option with its type: {@code str}, {@code int}, {@code bool}, {@code password}, {@code list}; with {@code ?} it may be missing. */
    final Map<String, String> schema;

    /** What the options are where nobody set any. */
    final Tree.Mapping defaults;

    /** Empty: not installed. */
    String version = "";

    String state = "unknown";
    Tree.Mapping options;
    String boot = "auto";
    boolean autoUpdate;
    boolean watchdog;
    boolean isProtected = true;
    boolean ingressPanel;
    boolean detached;

    /** Its update ends well, and the old version is there. */
    boolean updatesInVain;

    /** Its validator finds nothing. */
    boolean validatesInVain;

    /** It takes whatever it is given, and describes nothing. */
    boolean isOpen;

    Tree network = FakeReply.tree("{\"1883/tcp\": 1883, \"9001/tcp\": null}");

    FakeAddon(String slug, String name, String latest, boolean foreign, Map<String, String> schema, String defaults) {
        this.slug = slug;
        this.name = name;
        this.repository = slug.substring(0, slug.indexOf('_'));
        this.versionLatest = latest;
        this.foreign = foreign;
        this.schema = schema;
        this.defaults = (Tree.Mapping) FakeReply.tree(defaults);
        this.options = this.defaults;
    }

    boolean isInstalled() {
        return !version.isEmpty();
    }

    void install() {
        version = versionLatest;
        state = "stopped";
        options = defaults;
    }

    boolean needsUpdate() {
        return isInstalled() && !version.equals(versionLatest) && !detached;
    }

    /** Why the options are not taken, in the words of a validator that repeats what it was given. */
    Optional<String> objection(Facts wanted) {
        for (var line : schema.entrySet()) {
            var type = line.getValue().replace("?", "");
            var value = wanted.entries().get(line.getKey());
            if (value == null) {
                if (!line.getValue().endsWith("?")) {
                    return Optional.of("Missing option '" + line.getKey() + "' in root in " + name + " (" + slug
                            + "). Got " + wanted.tree().inline());
                }
            } else if (!fits(type, value)) {
                return Optional.of("expected " + type + " for dictionary value @ data['" + line.getKey() + "']. Got "
                        + wanted.tree().inline());
            }
        }
        return Optional.empty();
    }

    private static boolean fits(String type, Facts value) {
        return switch (type) {
            case "int" -> value.text().matches("-?[0-9]+");
            case "bool" -> value.text().matches("true|false");
            case "list" -> value.tree() instanceof Tree.Sequence;
            default -> value.tree() instanceof Tree.Scalar;
        };
    }

    /** What nobody knows is left out without a word. */
    Tree.Mapping known(Facts wanted) {
        var known = Tree.map();
        wanted.entries().forEach((key, value) -> {
            if (isOpen || schema.containsKey(key)) {
                known.put(key, value.tree());
            }
        });
        return known.build();
    }

    private static String orNull(String text) {
        return text.isEmpty() ? "null" : FakeReply.quote(text);
    }

    /** As a line of the list. */
    String line() {
        return """
                "name":%s,"slug":%s,"description":"It serves","advanced":false,"stage":"stable","version":%s,
                "version_latest":%s,"update_available":%s,"available":%s,"detached":%s,"homeassistant":null,"state":%s,
                "repository":%s,"build":false,"url":"https://example.org","icon":true,"logo":true,"system_managed":false""".formatted(
                        FakeReply.quote(name),
                        FakeReply.quote(slug),
                        orNull(version),
                        FakeReply.quote(versionLatest),
                        needsUpdate(),
                        !foreign,
                        detached,
                        FakeReply.quote(state),
                        FakeReply.quote(repository));
    }

    /** All of it. @param shows whether the caller may see the options */
    String info(boolean shows) {
        return """
                {%s,"options":%s,"schema":%s,"boot":%s,"boot_config":"auto","auto_update":%s,"watchdog":%s,"network":%s,
                "network_description":null,"ingress":false,"ingress_panel":%s,"ingress_url":null,"ingress_entry":null,
                "ingress_port":null,"protected":%s,"rating":6,"hostname":"host","dns":[],"ip_address":"172.30.33.4",
                "long_description":"","arch":["amd64"],"machine":[],"host_network":false,"host_pid":false,"host_ipc":false,
                "host_uts":false,"host_dbus":false,"privileged":[],"full_access":false,"apparmor":"default","changelog":true,
                "documentation":true,"stdin":false,"hassio_api":true,"hassio_role":"manager","auth_api":false,
                "homeassistant_api":true,"gpio":false,"usb":false,"uart":false,"kernel_modules":false,"devicetree":false,
                "udev":false,"docker_api":false,"video":false,"audio":false,"audio_input":null,"audio_output":null,
                "startup":"application","services":[],"discovery":[],"translations":{},"signed":false,"webui":null,
                "devices":[],"system_managed_config_entry":null}""".formatted(
                        line(),
                        shows ? JsonTree.compact(options) : "{}",
                        isOpen ? "null" : ui(),
                        FakeReply.quote(boot),
                        autoUpdate,
                        watchdog,
                        JsonTree.compact(network),
                        ingressPanel,
                        isProtected);
    }

    /** As a form would show the options. */
    private String ui() {
        return schema.entrySet().stream()
                .map(line -> "{\"name\":%s,%s,\"%s\":true}"
                        .formatted(
                                FakeReply.quote(line.getKey()),
                                type(line.getValue().replace("?", "")),
                                line.getValue().endsWith("?") ? "optional" : "required"))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String type(String type) {
        return switch (type) {
            case "int" -> "\"type\":\"integer\"";
            case "bool" -> "\"type\":\"boolean\"";
            case "password" -> "\"type\":\"string\",\"format\":\"password\"";
            case "list" -> """
                "type":"schema","multiple":true,"schema":[{"name":"username","type":"string","required":true},
                {"name":"password","type":"string","format":"password","required":true}]""";
            default -> "\"type\":\"string\"";
        };
    }

    /** As the store shows it. @param whole with what only the single form has */
    String inStore(boolean whole) {
        var more = whole ? """
                ,"apparmor":"default","auth_api":false,"detached":false,"docker_api":false,"full_access":false,"hassio_api":false,
                "hassio_role":"default","homeassistant_api":false,"host_network":false,"host_pid":false,"ingress":false,
                "long_description":"","rating":6,"signed":false""" : "";
        return """
                {"advanced":false,"arch":["aarch64","amd64"],"available":%s,"build":false,"description":"It serves",
                "documentation":true,"homeassistant":null,"icon":true,"installed":%s,"logo":true,"name":%s,"repository":%s,
                "slug":%s,"stage":"stable","update_available":%s,"url":null,"version_latest":%s,"version":%s%s}""".formatted(
                        !foreign,
                        isInstalled(),
                        FakeReply.quote(name),
                        FakeReply.quote(repository),
                        FakeReply.quote(slug),
                        needsUpdate(),
                        FakeReply.quote(versionLatest),
                        orNull(version),
                        more);
    }
}
