package org.vigia.standalone.commands;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigia.runtime.access.ApiKey;
import org.vigia.runtime.access.Scope;
import org.vigia.runtime.settings.InvalidSettingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes an API key: shown once, with the lines for the file of keys, which hold only its hash. */
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        description = "Make an API key for a partner; prints the key once, and the lines for the file access.keys.")
public final class KeyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "names the key in files and logs: lower-case letters, digits, hyphens")
    private String id = "";

    @Option(
            names = "--scope",
            required = true,
            split = ",",
            paramLabel = "ACTION:FEED",
            description =
                    "what it allows: write, read or redrive, and a feed, or the beginning of feeds with a * behind it")
    private List<String> scopes = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        ApiKey key;
        List<Scope> allowed;
        try {
            key = ApiKey.create(id);
            allowed = scopes.stream().map(Scope::of).toList();
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(String.valueOf(e.getMessage()));
        }
        PrintWriter out = spec == null
                ? new PrintWriter(System.out, true, StandardCharsets.UTF_8)
                : spec.commandLine().getOut();
        out.println("# Hand this to the partner; it is not shown again and nobody can find it out:");
        out.println("# " + key.text());
        out.println("# Put this into the file that access.keys names, below the line keys:");
        out.println("  - id: " + key.id());
        out.println("    sha256: " + key.hash());
        out.println("    scopes: ["
                + String.join(
                        ", ", allowed.stream().map(scope -> "\"" + scope + "\"").toList()) + "]");
        out.flush();
        return 0;
    }
}
