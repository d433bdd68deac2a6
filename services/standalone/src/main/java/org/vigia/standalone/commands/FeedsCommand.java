package org.vigia.standalone.commands;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.vigia.producers.feed.Feed;
import org.vigia.producers.feed.FeedCatalogue;
import picocli.CommandLine.Command;

/** Lists the feeds by name. */
@Command(name = "feeds", mixinStandardHelpOptions = true, description = "List the feeds that files can be sent as.")
public final class FeedsCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        PrintStream out = System.out;
        for (Feed feed : FeedCatalogue.shipped().feeds()) {
            out.printf("%-18s %-10s %s%n", feed.name(), feed.partner(), feed.description());
        }
        out.flush();
        return 0;
    }
}
