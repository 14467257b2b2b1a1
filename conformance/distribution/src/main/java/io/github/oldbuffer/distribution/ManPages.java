package io.github.oldbuffer.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Manual pages, one for the command line and one for each command, of what {@code --help} says.
 *
 * @param made the date of the pages
 */
record ManPages(CommandLine line, String version, Instant made) {

    private static final String NAME = "conform";

    /** Writes {@code conform.1} and its siblings. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(NAME + ".1"), page(NAME, line));
        for (CommandLine command : commands()) {
            String name = NAME + "-" + command.getCommandName();
            Files.writeString(folder.resolve(name + ".1"), page(name, command));
        }
    }

    private List<CommandLine> commands() {
        return line.getSubcommands().values().stream()
                .filter(command -> !command.getCommandSpec().helpCommand())
                .distinct()
                .toList();
    }

    private String page(String name, CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        List<String> lines = new ArrayList<>();
        LocalDate date = LocalDate.ofInstant(made, ZoneOffset.UTC);
        lines.add(".TH \"" + name.toUpperCase(java.util.Locale.ROOT) + "\" 1 \"" + date + "\" \"oldbuffer " + version
                + "\" \"Old Buffer conformance kit\"");
        List<String> description = texts(spec.usageMessage().description());
        lines.add(".SH NAME");
        lines.add(text(name) + " \\- " + text(description.isEmpty() ? name : sentence(description.get(0))));
        lines.add(".SH SYNOPSIS");
        lines.add(text(
                command.getHelp().synopsis(0).replaceAll("\\s+", " ").strip().replaceFirst("^\\./", "")));
        lines.add(".SH DESCRIPTION");
        for (String each : description) {
            lines.add(".PP");
            lines.add(text(each));
        }
        parameters(spec).forEach(lines::add);
        if (command == line) {
            lines.add(".SH COMMANDS");
            for (CommandLine each : commands()) {
                lines.add(".TP");
                lines.add("\\fB" + text(NAME + "-" + each.getCommandName()) + "\\fR(1)");
                lines.add(text(texts(each.getCommandSpec().usageMessage().description())
                        .get(0)));
            }
        }
        List<String> footer = texts(spec.usageMessage().footer());
        if (!footer.isEmpty()) {
            lines.add(".SH " + (command == line ? "EXIT STATUS" : "EXAMPLE"));
            lines.add(".nf");
            footer.stream()
                    .filter(each -> !each.isBlank() && !each.equals("Example:"))
                    .map(ManPages::text)
                    .forEach(lines::add);
            lines.add(".fi");
        }
        return String.join("\n", lines) + "\n";
    }

    private static Stream<String> parameters(CommandSpec spec) {
        List<String> lines = new ArrayList<>();
        lines.add(".SH OPTIONS");
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            lines.add(".TP");
            lines.add("\\fI" + text(parameter.paramLabel()) + "\\fR");
            lines.add(described(parameter));
        }
        for (OptionSpec option : spec.options()) {
            if (!option.hidden()) {
                lines.add(".TP");
                String label = option.arity().max() == 0 ? "" : " \\fI" + text(option.paramLabel()) + "\\fR";
                lines.add("\\fB" + text(String.join(", ", option.names())) + "\\fR" + label);
                lines.add(described(option));
            }
        }
        return lines.stream();
    }

    private static String described(ArgSpec argument) {
        return text(String.join(" ", texts(argument.description())));
    }

    private static List<String> texts(String[] texts) {
        return Arrays.stream(texts)
                .map(each -> Ansi.OFF.string(each).replace("%n", "").replace("%%", "%"))
                .toList();
    }

    /** The first sentence, without its full stop. */
    private static String sentence(String text) {
        return text.replaceFirst("(?s)\\.(\\s.*)?$", "");
    }

    /** A dot or an apostrophe at the beginning of a line would be a command. */
    private static String text(String plain) {
        String escaped = plain.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
