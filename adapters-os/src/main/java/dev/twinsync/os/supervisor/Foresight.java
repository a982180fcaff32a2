package dev.twinsync.os.supervisor;

import dev.twinsync.domain.supervisor.AddonSlug;
import dev.twinsync.domain.supervisor.ReleaseName;
import dev.twinsync.domain.supervisor.RepositorySource;
import dev.twinsync.domain.supervisor.SupervisorAction;
import dev.twinsync.domain.supervisor.SupervisorAction.AddRepository;
import dev.twinsync.domain.supervisor.SupervisorAction.ConfigureAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.InstallAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.RemoveRepository;
import dev.twinsync.domain.supervisor.SupervisorAction.RestoreAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.RestoreCore;
import dev.twinsync.domain.supervisor.SupervisorAction.StartAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.StopAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.UninstallAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateCore;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateOs;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateSupervisor;
import dev.twinsync.os.Facts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What the Supervisor would refuse, asked before anything is done. @param batch all that is to be done in one plan */
record Foresight(
        SupervisorApi api,
        SafetyBackups backups,
        Configuring configuring,
        OwnAddon own,
        Conditions conditions,
        List<SupervisorAction> batch) {

    static Foresight of(Work work, OwnAddon own, List<SupervisorAction> batch) {
        return new Foresight(
                work.api(), work.backups(), work.configuring(), own, new Conditions(work.api(), batch), batch);
    }

    /** Why it cannot work; empty: nothing speaks against it. */
    Optional<String> objection(SupervisorAction action) throws IOException {
        var ends = own.objection(action);
        if (ends.isPresent()) {
            return ends;
        }
        try {
            var refusal = refusal(action);
            return refusal.isPresent() ? refusal : conditions.objection(action);
        } catch (NoAnswer no) {
            if (no.fault() instanceof Fault.NotOffered) {
                return Optional.of(no.getMessage());
            }
            throw no;
        }
    }

    private Optional<String> refusal(SupervisorAction action) throws IOException {
        return switch (action) {
            case InstallAddon(var slug) -> install(slug);
            case RestoreAddon(var slug, var version, var _) -> restore(slug, version);
            case RestoreCore(var version) ->
                backups.newestOfCore(version).isPresent()
                        ? Optional.empty()
                        : Optional.of(SafetyBackups.missingCore(version));
            case UpdateAddon(var slug, var version) -> update(slug, version);
            case ConfigureAddon configure -> configure(configure);
            case RemoveRepository(var source) -> remove(source);
            case UpdateCore _ -> updateCore();
            case UpdateSupervisor(var version) -> updateSupervisor(version);
            case AddRepository _, StartAddon _, StopAddon _, UninstallAddon _, UpdateOs _ -> Optional.empty();
        };
    }

    private Optional<String> updateCore() throws NoAnswer {
        if (!api.backsUpCore()) {
            throw new NoAnswer(new Fault.NotOffered("make a backup of Home Assistant alone before it is updated"));
        }
        return Optional.empty();
    }

    /** It goes to its newest version, whichever it is asked for. */
    private Optional<String> updateSupervisor(ReleaseName version) throws NoAnswer {
        return conditions
                .newestSupervisor()
                .filter(latest -> !latest.equals(version))
                .map(latest -> "the Supervisor goes to its newest version alone, which is " + latest + " and not "
                        + version + "; declare that, or latest");
    }

    private Optional<String> install(AddonSlug slug) throws NoAnswer {
        var brought = repositoryOf(slug);
        if (brought.isPresent()) {
            return conditions.objection(brought.get()).map(why -> "its repository cannot be added: " + why);
        }
        try {
            boolean fits = api.get("store/addons/" + slug, Patience.LOOK)
                    .at("available")
                    .truth();
            return fits ? Optional.empty() : Optional.of(slug + " is not for this machine");
        } catch (NoAnswer no) {
            if (no.fault() instanceof Fault.NotFound) {
                return Optional.of("no repository of the Supervisor has " + slug + "; declare the one that brings it");
            }
            throw no;
        }
    }

    /** A repository comes before its add-ons. */
    private Optional<SupervisorAction> repositoryOf(AddonSlug slug) {
        return batch.stream()
                .filter(other -> other instanceof AddRepository(var source)
                        && slug.text().startsWith(Repositories.prefix(source) + "_"))
                .findFirst();
    }

    private Optional<String> restore(AddonSlug slug, ReleaseName version) throws NoAnswer {
        return backups.newest(slug, version).isPresent()
                ? Optional.empty()
                : Optional.of(SafetyBackups.missing(slug, version));
    }

    private AddonFacts look(AddonSlug slug) throws NoAnswer {
        return new AddonFacts(slug, api.get("addons/" + slug + "/info", Patience.LOOK));
    }

    private Optional<String> update(AddonSlug slug, ReleaseName version) throws NoAnswer {
        var newest = look(slug).latest();
        return newest.equals(Optional.of(version))
                ? Optional.empty()
                : Optional.of("the store has " + newest.map(ReleaseName::text).orElse("no version") + " of " + slug
                        + " and not " + version);
    }

    /** One that is not installed yet says nothing of its options. */
    private Optional<String> configure(ConfigureAddon action) throws NoAnswer {
        boolean comes = batch.stream()
                .anyMatch(other -> other.key().equals(action.key())
                        && (other instanceof InstallAddon || other instanceof RestoreAddon));
        if (comes) {
            return Optional.empty();
        }
        try {
            configuring.checked(look(action.slug()), action.settings());
            return Optional.empty();
        } catch (NoAnswer no) {
            throw no;
        } catch (IOException refused) {
            return Optional.of(refused.getMessage());
        }
    }

    private Optional<String> remove(RepositorySource source) throws NoAnswer {
        var there = Repositories.of(api).find(source);
        if (there.filter(Repositories::isBuiltIn).isPresent()) {
            return Optional.of("every Supervisor has it, and none gives it up");
        }
        var users = there.isEmpty()
                ? List.<String>of()
                : users(there.get().at("slug").text());
        return users.isEmpty()
                ? Optional.empty()
                : Optional.of("it is where " + String.join(", ", users)
                        + " came from; to remove it, declare that absent too");
    }

    private List<String> users(String repository) throws NoAnswer {
        return api.get("addons", Patience.LOOK).at("addons").items().stream()
                .filter(addon -> addon.at("repository").text().equals(repository))
                .map((Facts addon) -> addon.at("slug").text())
                .filter(slug -> !goes(slug))
                .toList();
    }

    private boolean goes(String slug) {
        return batch.stream()
                .anyMatch(
                        other -> other instanceof UninstallAddon && other.key().equals(slug));
    }
}
