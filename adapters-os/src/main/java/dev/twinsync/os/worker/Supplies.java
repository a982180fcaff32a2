package dev.twinsync.os.worker;

import dev.twinsync.port.WishedContent;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a root side gets from whoever starts it.
 *
 * @param content what is handed over to it where it needs it
 * @param programs of other people that it may have to start
 * @param keepDays for how many days it keeps for undo what it replaces or removes
 */
public record Supplies(WishedContent content, Supplier<List<RootProgram>> programs, long keepDays) {}
