package dev.twinsync.port;

import dev.twinsync.domain.services.LiveService;
import dev.twinsync.domain.services.ServiceAction;

/** What starts and stops services: systemd. */
public interface InitSystem extends Backend<LiveService, ServiceAction> {}
