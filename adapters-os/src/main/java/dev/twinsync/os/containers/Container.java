package dev.twinsync.os.containers;

import dev.twinsync.domain.containers.ContainerSpec;
import dev.twinsync.domain.containers.LiveContainer.Status;
import dev.twinsync.domain.containers.NetworkMode;
import dev.twinsync.os.Facts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One container as the engine tells it.
 *
 * @param homeOfEngine the variable HOME that the engine set; empty where it set none, or somebody chose it
 */
record Container(Facts facts, Optional<String> homeOfEngine) {

    static final String HOME = "HOME";

    /** On what took the place of another: the other's id and whether that ran. */
    static final String REPLACES = ContainerSpec.OWN_LABELS + "replaces";

    /** On what was made where nothing was. */
    static final String MADE = ContainerSpec.OWN_LABELS + "made";

    private static final int SHORT_ID = 12;
    private static final List<String> FORMS_OF_OPTION = List.of("", "-e", "--env=");
    private static final String NEVER = "0001-01-01T00:00:00Z";

    Container(Facts facts) {
        this(facts, Optional.empty());
    }

    /** Podman (5.4 does, 4.3 does not) adds a HOME when it starts one, and shows it among those that were chosen. */
    boolean isOfPodmanWithHome() {
        return "podman".equals(variables().get("container")) && variables().containsKey(HOME);
    }

    /** @param command that made it; none where no command did */
    Container madeBy(List<String> command) {
        var home = variables().get(HOME);
        boolean chosen = FORMS_OF_OPTION.stream()
                .anyMatch(form -> command.contains(form + HOME) || command.contains(form + HOME + "=" + home));
        return chosen ? this : new Container(facts, Optional.of(home));
    }

    String id() {
        return facts.at("Id").text();
    }

    String name() {
        var name = facts.at("Name").text();
        return name.startsWith("/") ? name.substring(1) : name;
    }

    String imageId() {
        return facts.at("Image").text();
    }

    Facts config() {
        return facts.at("Config");
    }

    Facts host() {
        return facts.at("HostConfig");
    }

    /** Whether it could: else the engine keeps itself what it writes, or nobody does. */
    boolean hasWrittenToJournal() {
        return host().at("LogConfig", "Type").text().equals("journald") && !wasNeverStarted();
    }

    boolean hasTerminal() {
        return config().at("Tty").truth();
    }

    Map<String, String> labels() {
        return config().at("Labels").values();
    }

    Optional<String> label(String name) {
        return Optional.ofNullable(labels().get(name)).filter(value -> !value.isEmpty());
    }

    /** What its variables are, with all that the image and the engine set. */
    Map<String, String> variables() {
        return variables(config());
    }

    /** @param config of a container or an image */
    static Map<String, String> variables(Facts config) {
        var variables = new LinkedHashMap<String, String>();
        for (String line : config.at("Env").texts()) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                variables.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return variables;
    }

    List<Facts> mounts() {
        return facts.at("Mounts").items();
    }

    /** An id as engines show it to people, and give it as a name in a network. */
    static String shortened(String id) {
        return id.substring(0, Math.min(SHORT_ID, id.length()));
    }

    /** The id of the container in whose network it was made; empty: of none. */
    Optional<String> lodging() {
        return new NetworkMode(host().at("NetworkMode").text()).lodging();
    }

    /** One that ends and is started again by the engine is on its way up. */
    Status status() {
        return switch (facts.at("State", "Status").text()) {
            case "running", "restarting" -> Status.RUNNING;
            case "paused" -> Status.PAUSED;
            case String _ -> Status.STOPPED;
        };
    }

    boolean isRunning() {
        return status() == Status.RUNNING;
    }

    boolean isRestarting() {
        return facts.at("State", "Status").text().equals("restarting");
    }

    boolean wasNeverStarted() {
        return facts.at("State", "StartedAt").text().equals(NEVER) && !isRunning();
    }

    String startedAt() {
        return facts.at("State", "StartedAt").text();
    }

    /** {@code starting}, {@code healthy}, {@code unhealthy}; empty where nobody checks. */
    String health() {
        var health = facts.at("State", "Health", "Status").text();
        return health.equals("none") ? "" : health;
    }

    /** It is gone once it stops. */
    boolean isThrownAway() {
        return host().at("AutoRemove").truth();
    }
}
