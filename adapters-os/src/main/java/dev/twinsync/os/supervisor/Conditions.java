package dev.twinsync.os.supervisor;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.Shortened;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.domain.supervisor.ReleaseName;
import dev.twinsync.domain.supervisor.SupervisorAction;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateSupervisor;
import dev.twinsync.os.Facts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether what the Supervisor wants before it does something is so. It is asked each thing once, and what it cannot tell, as an older one
 * cannot, stands in the way of nothing.
 */
final class Conditions {

    /** GiB: the same for all that the Supervisor does. */
    private static final BigDecimal LEAST_FREE = BigDecimal.TWO;

    private static final int LONGEST = 200;
    private static final String DOCUMENT = " in state/home_assistant.yaml";
    private static final String RESOLUTION = "resolution/info";
    private static final String SUPERVISOR = "supervisor/info";
    private static final String UPDATABLE = "update_available";

    /** Its own helpers, which it calls plugins. */
    private static final List<String> HELPERS = List.of("cli", "dns", "audio", "multicast", "observer");

    private final SupervisorApi api;
    private final List<SupervisorAction> batch;
    private final Map<String, Facts> told = new HashMap<>();

    /** @param batch all that is to be done in one plan */
    Conditions(SupervisorApi api, List<SupervisorAction> batch) {
        this.api = api;
        this.batch = batch;
    }

    /** Why the Supervisor would refuse it now, with the remedy; empty: nothing is known to speak against it. */
    Optional<String> objection(SupervisorAction action) throws NoAnswer {
        var unmet = new ArrayList<String>();
        for (Condition condition : Condition.of(action)) {
            if (!isIgnored(condition)) {
                unmet(condition).ifPresent(unmet::add);
            }
        }
        return unmet.isEmpty()
                ? Optional.empty()
                : Optional.of("the Supervisor would refuse it: " + String.join("; and ", unmet));
    }

    /** The owner may have told the Supervisor not to mind. */
    private boolean isIgnored(Condition condition) throws NoAnswer {
        return told("jobs/info").at("ignore_conditions").texts().contains(condition.word());
    }

    private Optional<String> unmet(Condition condition) throws NoAnswer {
        return switch (condition) {
            case HEALTHY -> unhealthy();
            case RUNNING -> notRunning();
            case FREE_SPACE -> full();
            case BACKUP_SPACE -> keepsBackupsElsewhere() ? Optional.empty() : full();
            case INTERNET_SYSTEM -> offline("supervisor_internet", "the Supervisor");
            case INTERNET_HOST -> offline("host_internet", "the machine");
            case OS_SUPPORTED ->
                unsupported(
                        "os_version",
                        "Home Assistant OS is too old; declare versions: {os: latest}" + DOCUMENT
                                + " and start the machine again after that");
            case CORE_SUPPORTED ->
                unsupported(
                        "home_assistant_core_version",
                        "Home Assistant is too old; declare versions: {core: latest}" + DOCUMENT
                                + " and plan again once that is applied");
            case SUPERVISOR_UPDATED -> supervisorComes() ? Optional.empty() : outdated();
            case PLUGINS_UPDATED -> helpers();
        };
    }

    private Optional<String> unhealthy() throws NoAnswer {
        var reasons = told(RESOLUTION).at("unhealthy").texts();
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of("the system is not healthy (" + shown(String.join(", ", reasons))
                        + "); what to do is in Home Assistant under Settings, System, Repairs");
    }

    private Optional<String> notRunning() throws NoAnswer {
        var state = told("info").at("state").text();
        return state.isEmpty() || state.equals("running")
                ? Optional.empty()
                : Optional.of("its state is " + shown(state) + " and not running; plan again in a few minutes");
    }

    /** How much is free is not said: it is another number a moment later, and with it the plan would be another one. */
    private Optional<String> full() throws NoAnswer {
        var free = told("host/info").at("disk_free").text();
        return free.matches("[0-9]{1,9}(\\.[0-9]{1,9})?") && new BigDecimal(free).compareTo(LEAST_FREE) < 0
                ? Optional.of("less than " + LEAST_FREE
                        + " GiB of the device are free; make room, for example delete old backups in Home Assistant")
                : Optional.empty();
    }

    /** One that knows of no other places keeps them on the device. */
    private boolean keepsBackupsElsewhere() throws NoAnswer {
        return !told("mounts").at("default_backup_mount").text().isEmpty();
    }

    /** Nobody knows is not the same as no. */
    private Optional<String> offline(String fact, String who) throws NoAnswer {
        return told("network/info").at(fact).text().equals("false")
                ? Optional.of(who + " has no connection to the internet; mend that and plan again")
                : Optional.empty();
    }

    private Optional<String> unsupported(String reason, String sentence) throws NoAnswer {
        return told(RESOLUTION).at("unsupported").texts().contains(reason) ? Optional.of(sentence) : Optional.empty();
    }

    /** That comes before all that wants a newer one, and goes to the newest alone. */
    private boolean supervisorComes() throws NoAnswer {
        var newest = newestSupervisor();
        return batch.stream()
                .anyMatch(action ->
                        action instanceof UpdateSupervisor(var version) && newest.equals(Optional.of(version)));
    }

    /** The wish may be there and left out by {@code --only}, or of no account, as where the plan is a way back. */
    private Optional<String> outdated() throws NoAnswer {
        var supervisor = told(SUPERVISOR);
        return supervisor.at(UPDATABLE).truth()
                ? Optional.of("it is version " + shown(supervisor.at("version").text()) + " and wants to be "
                        + shown(supervisor.at("version_latest").text())
                        + " first; declare versions: {supervisor: latest}" + DOCUMENT
                        + " and apply that first (with --only, name supervisor:supervisor too), then plan again")
                : Optional.empty();
    }

    Optional<ReleaseName> newestSupervisor() throws NoAnswer {
        return Versions.read(told(SUPERVISOR).at("version_latest"));
    }

    /** Where it may, it updates them itself before it does what it was asked for. */
    private Optional<String> helpers() throws NoAnswer {
        if (!told(SUPERVISOR).at("auto_update").text().equals("false")) {
            return Optional.empty();
        }
        var old = new ArrayList<String>();
        for (String helper : HELPERS) {
            if (told(helper + "/info").at(UPDATABLE).truth()) {
                old.add("ha " + helper + " update");
            }
        }
        return old.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "helpers of it are old, and it does not update them itself, for its auto_update is off; run "
                                + String.join(" and ", old));
    }

    private Facts told(String path) throws NoAnswer {
        var known = told.get(path);
        if (known != null) {
            return known;
        }
        var answer = ask(path);
        told.put(path, answer);
        return answer;
    }

    private Facts ask(String path) throws NoAnswer {
        try {
            return api.get(path, Patience.LOOK);
        } catch (NoAnswer no) {
            if (cannotTell(no.fault())) {
                return new Facts(Tree.map().build());
            }
            throw no;
        }
    }

    private static boolean cannotTell(Fault fault) {
        return fault instanceof Fault.NotFound
                || fault instanceof Fault.NotOffered
                || fault instanceof Fault.Forbidden
                || fault instanceof Fault.Refused;
    }

    private static String shown(String words) {
        return Shortened.to(LONGEST, Printable.of(words));
    }
}
