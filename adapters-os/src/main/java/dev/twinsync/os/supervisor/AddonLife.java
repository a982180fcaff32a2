package dev.twinsync.os.supervisor;

import dev.twinsync.domain.supervisor.AddonSlug;
import dev.twinsync.os.StreamedLine;
import java.io.IOException;
import java.util.ArrayList;

/** Makes add-ons run and end, and looks whether they do. */
record AddonLife(SupervisorApi api, Jobs jobs) {

    private static final int LOG_LINES = 10;

    AddonFacts look(AddonSlug slug) throws NoAnswer {
        return new AddonFacts(slug, jobs.once(() -> api.get("addons/" + slug + "/info", Patience.LOOK)));
    }

    /** A backup says too whether it ran on its day. */
    void settle(AddonSlug slug, boolean runs, Share share) throws IOException {
        boolean now = look(slug).status().isRunning();
        if (runs && !now) {
            start(slug, share);
        } else if (!runs && now) {
            stop(slug, share);
        }
    }

    void start(AddonSlug slug, Share share) throws IOException {
        run("start", slug, share);
    }

    void restart(AddonSlug slug, Share share) throws IOException {
        run("restart", slug, share);
    }

    /** It is up once the Supervisor says so; otherwise its last words are told. */
    private void run(String verb, AddonSlug slug, Share share) throws IOException {
        share.at(50, "starting " + slug);
        try {
            api.post("addons/" + slug + "/" + verb, Patience.CONTAINER);
        } catch (NoAnswer no) {
            if (!no.fault().isOpen() || !look(slug).status().isRunning()) {
                tell(slug, share);
                throw no;
            }
        }
        if (!look(slug).status().isRunning()) {
            tell(slug, share);
            throw new NotDone(slug + " does not run after its start; its log tells why");
        }
    }

    private void tell(AddonSlug slug, Share share) {
        var lines = new ArrayList<String>();
        try {
            var veil = MergedOptions.veil(look(slug));
            api.log(LogRequest.last("addons/" + slug + "/logs", LOG_LINES), Patience.LOOK, line -> {
                if (line instanceof StreamedLine.Whole(var text)) {
                    lines.add(veil.over(text));
                }
                return true;
            });
        } catch (NoAnswer none) {
            lines.add(none.getMessage());
        }
        share.progress().said(String.join("\n", lines));
    }

    void stop(AddonSlug slug, Share share) throws IOException {
        share.at(0, "stopping " + slug);
        try {
            api.post("addons/" + slug + "/stop", Patience.CONTAINER);
        } catch (NoAnswer no) {
            if (look(slug).status().isRunning()) {
                throw no;
            }
        }
    }
}
