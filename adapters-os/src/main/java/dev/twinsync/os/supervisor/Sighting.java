package dev.twinsync.os.supervisor;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Observation.Gap;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.Shortened;
import dev.twinsync.domain.supervisor.AddonSlug;
import dev.twinsync.domain.supervisor.Component;
import dev.twinsync.domain.supervisor.LivePart;
import dev.twinsync.domain.supervisor.RepositorySource;
import dev.twinsync.os.Facts;
import dev.twinsync.port.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A look at what the Supervisor looks after. */
final class Sighting {

    private static final int LONGEST_NAME = 100;

    private final SupervisorApi api;
    private final Scope scope;
    private final List<LivePart> live = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();

    Sighting(SupervisorApi api, Scope scope) {
        this.api = api;
        this.scope = scope;
    }

    Observation<LivePart> look() throws NoAnswer {
        for (Component component : Component.values()) {
            if (concerns(component.word())) {
                version(component);
            }
        }
        if (concernsAny(key -> key.contains("://"))) {
            repositories();
        }
        if (concernsAny(key -> key.contains("_"))) {
            addons();
        }
        return new Observation.Seen<>(live, gaps);
    }

    /** Which keys are meant. */
    private interface Keys {
        boolean holds(String key);
    }

    private boolean concernsAny(Keys keys) {
        return switch (scope) {
            case Scope.Everything _ -> true;
            case Scope.Some some -> some.keys().stream().anyMatch(keys::holds);
        };
    }

    private boolean concerns(String key) {
        return concernsAny(key::equals);
    }

    private boolean isNamed(String key) {
        return switch (scope) {
            case Scope.Everything(var declared) -> declared.contains(key);
            case Scope.Some some -> some.keys().contains(key);
        };
    }

    /** There is no operating system of Home Assistant where the Supervisor runs on another one. */
    private void version(Component component) throws NoAnswer {
        var facts = api.get(component.word() + "/info", Patience.LOOK);
        Versions.read(facts.at("version"))
                .ifPresentOrElse(
                        version -> live.add(new LivePart.Version(
                                component,
                                version,
                                Versions.read(facts.at("version_latest")),
                                Versions.read(facts.at("version_pending")))),
                        () -> withoutVersion(component));
    }

    private void withoutVersion(Component component) {
        if (component != Component.OS) {
            gaps.add(new Gap(
                    component.word(), component.title() + " has no version yet; try again once it is installed"));
        }
    }

    private void repositories() throws NoAnswer {
        for (Facts repository : Repositories.of(api).all()) {
            var source = repository.at("source").text();
            if (isNamed(source) || scope instanceof Scope.Everything && !Repositories.isBuiltIn(repository)) {
                repository(repository, source);
            }
        }
    }

    /** An address may hold the way in, so it is in no sentence. */
    private void repository(Facts repository, String source) {
        try {
            live.add(new LivePart.Repository(new RepositorySource(source)));
        } catch (IllegalArgumentException notForDocuments) {
            gaps.add(
                    new Gap(
                            "repository " + shown(repository.at("slug")),
                            "its address is not one that twin can keep: an address with a user or a token in it, or not of the web"));
        }
    }

    private static String shown(Facts name) {
        return Shortened.to(LONGEST_NAME, Printable.of(name.text()));
    }

    private void addons() throws NoAnswer {
        for (Facts addon : api.get("addons", Patience.LOOK).at("addons").items()) {
            if (concerns(addon.at("slug").text())) {
                slug(addon.at("slug")).ifPresent(this::addon);
            }
        }
    }

    private Optional<AddonSlug> slug(Facts slug) {
        try {
            return Optional.of(new AddonSlug(slug.text()));
        } catch (IllegalArgumentException unknown) {
            gaps.add(new Gap(shown(slug), "twin does not know add-ons that are called so"));
            return Optional.empty();
        }
    }

    private void addon(AddonSlug slug) {
        try {
            live.add(new AddonFacts(slug, api.get("addons/" + slug + "/info", Patience.LOOK)).seen());
        } catch (NoAnswer unseen) {
            gaps.add(new Gap(slug.text(), unseen.getMessage()));
        } catch (IllegalArgumentException strange) {
            gaps.add(new Gap(slug.text(), "the Supervisor says something of it that twin does not know"));
        }
    }
}
