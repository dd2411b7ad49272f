using LiaisonBot.Conversation;

namespace LiaisonBot.Host.SignIn;

/// <summary>What people are told who do not get in.</summary>
public static class SignInTexts
{
    public static readonly Text Over = new(
        "这次登录已失效（超过10分钟，或已用过）。请重新登录。",
        "This sign-in is over: it took more than 10 minutes, or was used before. Please sign in again.");
    public static readonly Text Refused = new(
        "登录没有完成。请重新登录，并使用本单位的账号。",
        "You are not signed in. Please sign in again, with your account of this organisation.");
    public static readonly Text NotNow = new(
        "暂时无法登录，请过几分钟再试。",
        "Signing in does not work at the moment. Please try again in some minutes.");
}
