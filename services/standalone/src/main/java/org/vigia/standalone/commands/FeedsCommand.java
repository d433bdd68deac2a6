package org.vigia.standalone.commands;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.vigia.producers.feed.Feed;
import org.vigia.schemas.topics.Topic;
import org.vigia.schemas.topics.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the feeds, tab-separated, so that other tools can read it. */
@Command(
        name = "feeds",
        mixinStandardHelpOptions = true,
        description =
                "List the feeds that files can be sent as (tab-separated); docs/formats.md and docs/feeds.md describe them.")
public final class FeedsCommand implements Callable<Integer> {

    @Mixin
    private DefinitionsOption definitions = new DefinitionsOption();

    @Override
    public Integer call() {
        PrintStream out = System.out;
        Topics topics = Topics.withPrefix("");
        out.println("feed\tpartner\tkind\ttopic\tdescription");
        for (Feed feed : definitions.catalogue().feeds()) {
            Topic<?> topic = feed.topic(topics);
            String kind = topic.role() == Topic.Role.REFERENCE ? "reference" : "feed";
            out.println(String.join("\t", feed.name(), feed.partner(), kind, topic.name(), feed.description()));
        }
        out.flush();
        return 0;
    }
}
