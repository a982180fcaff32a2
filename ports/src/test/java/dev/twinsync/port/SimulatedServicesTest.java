package dev.twinsync.port;

import dev.twinsync.domain.Kind;
import dev.twinsync.domain.services.DesiredService;
import dev.twinsync.domain.services.LiveService;
import dev.twinsync.domain.services.ServiceAction;
import dev.twinsync.domain.services.Services;
import dev.twinsync.domain.services.UnitFileState;
import dev.twinsync.domain.services.UnitName;
import dev.twinsync.domain.services.UnitScope;
import java.util.List;
import java.util.Optional;

public class SimulatedServicesTest extends BackendContract<DesiredService, LiveService, ServiceAction> {

    private static final UnitName NGINX = new UnitName("nginx.service");
    private static final Optional<Boolean> YES = Optional.of(true);
    private static final Optional<Boolean> NO = Optional.of(false);
    private static final UnitName GONE = new UnitName("gone.service");
    private final Services services = new Services();
    private final Backend<LiveService, ServiceAction> backend = new Simulated<>(
            services,
            List.of(
                    LiveService.steady(NGINX, UnitScope.SYSTEM, UnitFileState.DISABLED, false),
                    LiveService.steady(GONE, UnitScope.SYSTEM, UnitFileState.NO_FILE, true)));

    @Override
    protected Kind<DesiredService, LiveService, ServiceAction> kind() {
        return services;
    }

    @Override
    protected Backend<LiveService, ServiceAction> backend() {
        return backend;
    }

    @Override
    protected List<List<DesiredService>> journey() {
        return List.of(
                List.of(nginx(YES, YES, Optional.empty())),
                List.of(nginx(NO, NO, Optional.empty())),
                List.of(nginx(Optional.empty(), NO, YES)),
                List.of(new DesiredService(GONE, UnitScope.SYSTEM, Optional.empty(), NO, Optional.empty())),
                List.of(nginx(YES, YES, NO)));
    }

    private static DesiredService nginx(
            Optional<Boolean> enabled, Optional<Boolean> running, Optional<Boolean> masked) {
        return new DesiredService(NGINX, UnitScope.SYSTEM, enabled, running, masked);
    }
}
