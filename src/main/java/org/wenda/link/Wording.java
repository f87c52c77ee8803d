package org.wenda.link;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words by which Chinese portals say what a page is. */
final class Wording {
    /** A page that says no more than this says one thing; longer ones may mention such words in passing. */
    static final int SHORT = 300;

    private static final Pattern MISSING = Pattern.compile(
            "(页面|网页|文件|文章|内容|信息|事项|指南|资源|栏目|地址|链接|网址)[^，。！,.!]{0,10}"
                    + "(不存在|找不到|未找到|没找到|没有找到|已删除|被删除|已被删|已下架|已下线|已失效|已过期|已取消|已移除|走丢|丢失|不见了|飞走了)"
                    + "|(找不到|未找到|没有找到|无法找到|不存在)[^，。！,.!]{0,12}(页面|网页|文件|文章|内容|信息|事项|指南|资源|栏目)"
                    + "|您(要)?(访问|查找|浏览|请求|打开|查看)的[^，。！,.!]{0,12}(不存在|找不到|已|出错|走丢|有误)"
                    + "|(^|[^\\d])404([^\\d]|$).{0,20}(not found|页面|错误|error|抱歉)|^\\s*404\\s*$|(错误|error)\\s*[:：]?\\s*404"
                    + "|page not found|not found|no longer (exists|available)"
                    + "|系统(出错|异常|错误|维护|升级|繁忙)|服务器(内部)?错误|500 ?(错误|error|internal)|参数错误|非法参数|暂无(该|此)?(事项|数据|信息)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CHALLENGE = Pattern.compile(
            "安全(验证|检测|检查|校验)|人机(验证|校验|识别)|滑动验证|访问(验证|校验)|请完成.{0,6}验证|拖动.{0,6}滑块|按住.{0,4}滑块"
                    + "|(请求|访问|操作|行为).{0,8}(被|已).{0,4}(拦截|阻断|拒绝|阻止|禁止|限制)|疑似.{0,6}(攻击|机器人|爬虫)|访问(过于|太)频繁|请求(过于|太)频繁"
                    + "|网站防火墙|云盾|创宇盾|安全狗|web application firewall|checking your browser|just a moment|are you (a )?human|access denied",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LOGIN = Pattern.compile(
            "(用户|统一|账号|帐号|扫码|个人|法人|身份|会员|用户名|密码|验证码|短信).{0,6}(登录|登陆)|^(登录|登陆|login)$|统一身份认证|身份认证平台"
                    + "|(请|您)(先|尚未|还未|还没有|未)?(登录|登陆)|尚未(登录|登陆)|(登录|登陆)(后|之后)(方可|才能|再|可以|即可|可)|未(登录|登陆)|会话(已)?(过期|超时)|(登录|登陆)(已)?(过期|超时|失效)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LOGIN_PATH = Pattern.compile(
            "(^|[/._#!-])(login|signin|sign-in|logon|denglu|sso|cas|oauth2?|passport|uaa|uia|tyrz|sfrz|unifiedlogin)([/._?-]|$)",
            Pattern.CASE_INSENSITIVE);

    private Wording() {}

    static Optional<String> missing(String text) {
        return first(MISSING, text);
    }

    static Optional<String> challenge(String text) {
        return first(CHALLENGE, text);
    }

    static Optional<String> login(String text) {
        return first(LOGIN, text);
    }

    static Optional<String> loginPath(String path) {
        return first(LOGIN_PATH, path).map(found -> path);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(LandingPage.cut(text, 2 * SHORT));
        return found.find() ? Optional.of(found.group().strip()) : Optional.empty();
    }
}
