package io.github.oldbuffer.spec.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.scenario.Born;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Sharing;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.Step.Acquire;
import io.github.oldbuffer.spec.scenario.Step.Argument;
import io.github.oldbuffer.spec.scenario.Step.Border;
import io.github.oldbuffer.spec.scenario.Step.Call;
import io.github.oldbuffer.spec.scenario.Step.Change;
import io.github.oldbuffer.spec.scenario.Step.Code;
import io.github.oldbuffer.spec.scenario.Step.Drop;
import io.github.oldbuffer.spec.scenario.Step.Make;
import io.github.oldbuffer.spec.scenario.Step.Parse;
import io.github.oldbuffer.spec.scenario.Step.Peek;
import io.github.oldbuffer.spec.scenario.Step.Poke;
import io.github.oldbuffer.spec.scenario.Step.Release;
import io.github.oldbuffer.spec.scenario.Step.ReleaseView;
import io.github.oldbuffer.spec.scenario.Step.Resize;
import io.github.oldbuffer.spec.scenario.Step.Share;
import io.github.oldbuffer.spec.scenario.StepKind;
import io.github.oldbuffer.spec.scenario.Way;
import java.util.Locale;

/** A step as a JSON object; {@code do} says which. */
final class StepJson {

    static final Words<ExceptionType> EXCEPTIONS = Words.of(ExceptionType.values(), ExceptionType::pythonName);

    private static final Words<Function> FUNCTIONS = Words.names(Function.values());
    private static final Words<Function> WITH_OUTPUTS =
            Words.names(new Function[] {Function.CHAR, Function.READ, Function.WRITE});
    private static final Words<Argument> ARGUMENTS = Words.names(Argument.values());
    private static final Words<Request> REQUESTS = Words.names(Request.values());
    private static final Words<Born> BIRTHS =
            Words.of(Born.values(), born -> born.name().toLowerCase(Locale.ROOT));
    private static final Words<Code> CODES = Words.of(Code.values(), Code::text);
    private static final Words<Way> WAYS = Words.of(Way.values(), Way::word);
    private static final Words<Sharing> SHARINGS = Words.of(Sharing.values(), Sharing::word);
    private static final Words<StepKind> KINDS = Words.of(StepKind.values(), StepKind::word);

    private StepJson() {}

    static ObjectNode write(Step step) {
        if (step instanceof Make make) {
            ObjectNode node = object(StepKind.MAKE, make.object());
            if (make.born() != Born.C) {
                node.put("born", BIRTHS.of(make.born()));
            }
            return node.set("exporter", ExporterJson.write(make.exporter()));
        } else if (step instanceof Call call) {
            return writeCall(call);
        } else if (step instanceof Peek peek) {
            return node(StepKind.PEEK)
                    .put("function", FUNCTIONS.of(peek.function()))
                    .put("object", peek.object());
        } else if (step instanceof Poke poke) {
            return object(StepKind.POKE, poke.object())
                    .put("offset", poke.offset())
                    .put("value", poke.value());
        } else if (step instanceof Change change) {
            return object(StepKind.CHANGE, change.object())
                    .put("offset", change.offset())
                    .put("value", change.value());
        } else if (step instanceof Resize resize) {
            ObjectNode node = object(StepKind.RESIZE, resize.object()).put("length", resize.length());
            return resize.way() == Way.ANY ? node : node.put("by", WAYS.of(resize.way()));
        } else if (step instanceof Share share) {
            ObjectNode node = object(StepKind.SHARE, share.object())
                    .put("of", share.of())
                    .put("as", SHARINGS.of(share.sharing()));
            return share.start() == 0 ? node : node.put("start", share.start());
        } else if (step instanceof Release release) {
            return object(StepKind.RELEASE, release.object());
        } else if (step instanceof Acquire acquire) {
            return node(StepKind.ACQUIRE)
                    .put("view", acquire.view())
                    .put("object", acquire.object())
                    .put("request", REQUESTS.of(acquire.request()));
        } else if (step instanceof ReleaseView release) {
            return node(StepKind.RELEASE_VIEW).put("view", release.view());
        } else if (step instanceof Parse parse) {
            return object(StepKind.PARSE, parse.object()).put("code", CODES.of(parse.code()));
        } else if (step instanceof Drop drop) {
            return object(StepKind.DROP, drop.object());
        } else if (step instanceof Border border) {
            return object(StepKind.BORDER, border.object());
        }
        throw new IllegalArgumentException("there is no JSON for the step " + step);
    }

    static Step read(Value value) throws JsonException {
        Fields fields = value.fields();
        Step step = read(fields, fields.get("do").oneOf(KINDS));
        fields.end();
        return step;
    }

    private static Step read(Fields fields, StepKind kind) throws JsonException {
        return switch (kind) {
            case MAKE ->
                new Make(
                        name(fields, "object"),
                        ExporterJson.read(fields.get("exporter"), 1),
                        fields.oneOf("born", BIRTHS, Born.C));
            case CALL -> readCall(fields);
            case PEEK -> new Peek(fields.get("function").oneOf(WITH_OUTPUTS), name(fields, "object"));
            case POKE -> new Poke(name(fields, "object"), fields.get("offset").whole(), memoryByte(fields));
            case CHANGE ->
                new Change(name(fields, "object"), fields.get("offset").whole(), memoryByte(fields));
            case RESIZE ->
                new Resize(
                        name(fields, "object"),
                        fields.get("length").whole(0, Limits.LENGTH),
                        fields.oneOf("by", WAYS, Way.ANY));
            case RELEASE -> new Release(name(fields, "object"));
            case ACQUIRE ->
                new Acquire(
                        name(fields, "view"),
                        name(fields, "object"),
                        fields.get("request").oneOf(REQUESTS));
            case RELEASE_VIEW -> new ReleaseView(name(fields, "view"));
            case PARSE -> new Parse(name(fields, "object"), fields.get("code").oneOf(CODES));
            case DROP -> new Drop(name(fields, "object"));
            case BORDER -> new Border(name(fields, "object"));
            case SHARE ->
                new Share(
                        name(fields, "object"),
                        name(fields, "of"),
                        fields.get("as").oneOf(SHARINGS),
                        fields.whole("start", 0, Limits.LENGTH, 0));
        };
    }

    private static ObjectNode writeCall(Call call) {
        ObjectNode node = node(StepKind.CALL)
                .put("function", FUNCTIONS.of(call.function()))
                .put("object", call.object());
        if (!call.nulls().isEmpty()) {
            ArrayNode nulls = node.putArray("nulls");
            call.nulls().forEach(argument -> nulls.add(ARGUMENTS.of(argument)));
        }
        if (call.pending() != null) {
            node.put("pending", EXCEPTIONS.of(call.pending()));
        }
        return node;
    }

    private static Call readCall(Fields fields) throws JsonException {
        Function function = fields.get("function").oneOf(FUNCTIONS);
        int object = name(fields, "object");
        return new Call(function, object, fields.set("nulls", ARGUMENTS), fields.oneOf("pending", EXCEPTIONS, null));
    }

    private static int name(Fields fields, String name) throws JsonException {
        return fields.get(name).small(0, Scenario.MAX_NAME);
    }

    private static int memoryByte(Fields fields) throws JsonException {
        return fields.get("value").small(0, 255);
    }

    private static ObjectNode node(StepKind kind) {
        return JsonNodeFactory.instance.objectNode().put("do", kind.word());
    }

    private static ObjectNode object(StepKind kind, int object) {
        return node(kind).put("object", object);
    }
}
