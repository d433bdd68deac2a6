package org.vigia.standalone.commands;

import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vigia.runtime.settings.Setting;
import org.vigia.schemas.topics.Topic;
import org.vigia.schemas.topics.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the topic catalogue, tab-separated, so that other tools can read it. */
@Command(name = "topics", mixinStandardHelpOptions = true, description = "List the topic catalogue (tab-separated).")
public final class TopicsCommand implements Callable<Integer> {

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Override
    public Integer call() {
        Topics topics = Topics.withPrefix(options.read(Map.of()).require(Setting.PREFIX));
        PrintStream out = System.out;
        out.println("topic\tkey\tvalue\tpartitions\tcleanup\tdescription");
        for (Topic<?> topic : topics.all()) {
            out.println(String.join(
                    "\t",
                    topic.name(),
                    topic.keyMeaning(),
                    topic.type().getSimpleName(),
                    Integer.toString(topic.partitions()),
                    topic.cleanup().policy(),
                    topic.description()));
        }
        out.println(topics.deadLetters() + "\traw\traw bytes\t1\tdelete\trecords whose bytes cannot be read");
        out.flush();
        return 0;
    }
}
