package org.wenda.channel.phone;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.wenda.channel.Arrival;
import org.wenda.channel.page.Lexicon;
import org.wenda.transcript.Outcome;
import org.wenda.words.Message;

/** A screen that lets in only whom it knows, or wants a check passed. Types nothing into it. Pure. */
final class Barrier {
    private static final Pattern LOG_IN =
            Pattern.compile("^(立即|一键|本机号码一键|验证并|手机号)?(登录|登陆|登 录)(/注册)?$|^(log|sign) ?in$");

    private static final Pattern WHO = Pattern.compile("手机|电话|验证码|密码|账号|帐号|用户名|身份证");

    private static final Pattern AROUND =
            Pattern.compile("^(跳过|暂不登录|暂不|以后再说|先看看|随便看看|先逛逛|随便逛逛|游客(访问|模式|登录)?|以游客身份.{1,6}|关闭|取消)$");

    /** A screen with more than this is a screen, whatever words stand somewhere on it. */
    private static final int BARE = 30;

    private final Lexicon words;

    Barrier(Lexicon words) {
        this.words = words;
    }

    /** Returns the refusal that a screen is; empty if it is none. */
    Optional<Arrival.Shut> of(Screen screen) {
        List<View> fields = screen.views().filter(View::edits).toList();
        boolean asksWho = fields.stream()
                .anyMatch(field -> field.password() || WHO.matcher(field.hint()).find());
        Optional<String> button = said(screen, text -> LOG_IN.matcher(text).find());
        if (asksWho && button.isPresent()) {
            return Optional.of(shut(Outcome.BLOCKED_LOGIN, "barrier.login", button.get()));
        }
        if (screen.views().count() > BARE || !fields.isEmpty()) {
            return Optional.empty();
        }
        return said(screen, text -> words.says("walls.login", text))
                .map(text -> shut(Outcome.BLOCKED_LOGIN, "barrier.login", text))
                .or(() -> said(screen, text -> words.says("walls.captcha", text))
                        .map(text -> shut(Outcome.BLOCKED_CAPTCHA, "barrier.captcha", text)));
    }

    /** Returns what leads past it without saying who one is. */
    Optional<View> around(Screen screen, Predicate<View> mayPress) {
        return screen.views()
                .filter(mayPress)
                .filter(view -> AROUND.matcher(view.label()).find())
                .findFirst();
    }

    private static Optional<String> said(Screen screen, Predicate<String> wanted) {
        return screen.views().map(View::words).filter(wanted).findFirst();
    }

    private static Arrival.Shut shut(Outcome outcome, String key, String said) {
        return new Arrival.Shut(outcome, Message.of(Barrier.class, key, said), List.of(), null);
    }
}
