package io.github.oldbuffer.consumers.scan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.consumers.worker.Call;
import io.github.oldbuffer.consumers.worker.CallException;
import io.github.oldbuffer.consumers.worker.Caller;
import io.github.oldbuffer.consumers.worker.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks an interpreter what can be called, and how. */
final class Discovery {

    private static final String TRIED = "try ";
    private static final String MADE = "make ";

    /** Other arguments are tried so often in place of those that end the process. */
    private static final int MOST_DEATHS = 4;

    private Discovery() {}

    /**
     * What a module has.
     *
     * @param targets expressions without their arguments
     * @param leftOut names that are not called, with the reason
     * @param file of the module, with its size and time; empty where it has none
     */
    record Targets(List<String> targets, Map<String, String> leftOut, String file) {}

    /**
     * The modules that a name means: a package has its extension modules, too.
     *
     * @param name {@code null} for the standard library
     * @throws CallException where it is not there
     */
    static List<String> modules(Caller caller, String name) throws CallException, IOException {
        ObjectNode more = JsonNodeFactory.instance.objectNode();
        ArrayNode list = more.putArray("names");
        if (name != null) {
            list.add(name);
        }
        Reply reply = caller.ask("modules", more);
        if (reply.answer() == null) {
            throw CallException.unusable("the import of " + name + " ends the process: " + reply.death());
        } else if (reply.answer().has("missing")) {
            throw CallException.unusable(reply.answer().get("missing").asText());
        }
        return texts(reply.answer().path("modules"));
    }

    /** @throws CallException where the module cannot be imported */
    static Targets targets(Caller caller, String module) throws CallException, IOException {
        Reply reply = caller.ask("targets", question(module, true));
        if (reply.answer() == null) {
            // to make objects is what is dangerous: then without their methods
            reply = caller.ask("targets", question(module, false));
        }
        if (reply.answer() == null) {
            throw CallException.unusable("the import of " + module + " ends the process: " + reply.death());
        } else if (reply.answer().has("missing")) {
            throw CallException.unusable(reply.answer().get("missing").asText());
        }
        return new Targets(
                texts(reply.answer().path("targets")),
                reasons(reply.answer().path("out")),
                reply.answer().path("file").asText());
    }

    /**
     * Methods of objects that only a module's functions and methods make.
     *
     * @param type of the object, which other modules may make as well
     * @param targets expressions without their arguments
     * @param leftOut names that are not called, with the reason
     */
    record Made(String type, List<String> targets, Map<String, String> leftOut) {}

    /** What a module makes by calls, which may do anything to the process; nothing where too many of them end it. */
    static List<Made> made(Caller caller, String module) throws IOException {
        List<String> deadly = new ArrayList<>();
        while (deadly.size() <= MOST_DEATHS) {
            ObjectNode question = JsonNodeFactory.instance.objectNode().put("name", module);
            ArrayNode avoided = question.putArray("avoided");
            deadly.forEach(avoided::add);
            Reply reply = caller.ask("makers", question);
            if (reply.answer() != null) {
                List<Made> made = new ArrayList<>();
                reply.answer()
                        .path("made")
                        .forEach(each -> made.add(new Made(
                                each.path("type").asText(), texts(each.path("targets")), reasons(each.path("out")))));
                return made;
            }
            if (!reply.phase().startsWith(MADE)) {
                break;
            }
            deadly.add(reply.phase().substring(MADE.length()));
        }
        return List.of();
    }

    private static ObjectNode question(String module, boolean making) {
        return JsonNodeFactory.instance.objectNode().put("name", module).put("making", making);
    }

    /**
     * The calls of a function that ask for memory; those that end the process are for the judge to look at.
     *
     * @throws CallException where one does not come back
     */
    static List<Call> calls(Caller caller, String target) throws CallException, IOException {
        List<String> deadly = new ArrayList<>();
        boolean anew = false;
        while (deadly.size() < MOST_DEATHS) {
            ObjectNode question = JsonNodeFactory.instance.objectNode().put("target", target);
            ArrayNode avoided = question.putArray("avoided");
            deadly.forEach(avoided::add);
            Reply reply = caller.ask("find", question);
            if (reply.answer() != null) {
                return calls(texts(reply.answer().path("found")));
            }
            if (!reply.phase().startsWith(TRIED)) {
                if (anew) {
                    return calls(deadly);
                }
                // what was called before may have spoiled the process, as with sys.addaudithook; this is a new one
                anew = true;
                continue;
            }
            String tried = reply.phase().substring(TRIED.length());
            if (reply.death().startsWith(Caller.TIMED_OUT)) {
                // who waits for something has not asked for the memory, or nobody can tell
                throw CallException.unusable(tried + " does not come back: " + reply.death());
            }
            deadly.add(tried);
        }
        return calls(deadly.subList(0, Math.min(1, deadly.size())));
    }

    private static List<Call> calls(List<String> expressions) {
        return expressions.stream().map(expression -> new Call(expression, "")).toList();
    }

    private static Map<String, String> reasons(JsonNode out) {
        Map<String, String> reasons = new TreeMap<>();
        out.fields()
                .forEachRemaining(
                        entry -> reasons.put(entry.getKey(), entry.getValue().asText()));
        return reasons;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
